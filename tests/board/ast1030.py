#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every section of the VHAL that QEMU models on the AST1030, from inside and from outside.

usage: ast1030.py [EDGES]
"""
import os
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from machine import Machine, check, done

BOARD = "ast1030-evb"
GPIO = "/machine/soc/gpio"
ADC_DATA = 0x7E6E9010
NOR_SIZE = 4 << 20
EDGES = int(sys.argv[1]) if len(sys.argv) > 1 else 10000
PINS = ["gpioB0", "gpioB1", "gpioB2", "gpioB3", "gpioC0", "gpioC1", "gpioD0", "gpioD7"]
OTHERS = ["gpioE0", "gpioI6", "gpioM0", "gpioQ4", "gpioU7"]


def test_pins():
    with Machine(BOARD, f"{BOARD}/pins.py") as m:
        before = m.wait("now")
        check("modes of pins", before == ["output 1 input 0", "UnsupportedError", "UnsupportedError", "InvalidPinError", "now"], before)
        check("an output outside", m.get(GPIO, "gpioA0"))
        m.set(GPIO, "gpioA2", True)
        m.type("\n")
        before = m.wait("let go")
        check("an input from outside", before == ["input 1 drain 0", "let go"], before)
        m.set(GPIO, "gpioA1", True)
        m.type("\n")
        before = m.wait("edges")
        check("an open drain lets go", before == ["drain 1", "edges"], before)
        send_edges(m)
        for pin in OTHERS:
            m.set(GPIO, pin, True)
            m.set(GPIO, pin, False)
            time.sleep(0.1)
        m.type("\n")
        status = m.end()
        check("an edge of each register", m.rest[0] == "others True", m.rest)
        check(f"{EDGES} edges, none lost, in order", m.rest[1:] == [f"came {EDGES} wrong 0"] and status == 0, m.rest, status)


def send_edges(m):
    ready, level = m.get(GPIO, "gpioA0"), False
    for _ in range(EDGES // len(PINS)):
        level = not level
        for pin in PINS:
            m.set(GPIO, pin, level)
        tries = 0
        while m.get(GPIO, "gpioA0") == ready:
            tries += 1
            if tries > 100000:
                return
        ready = not ready


def near(line, name, value):
    """QEMU's model adds some to a channel at each look at it."""
    words = line.split()
    return words[0] == name and value <= int(words[1]) <= value + 40


def test_converter():
    with Machine(BOARD, f"{BOARD}/converter.py") as m:
        m.wait("ready")
        m.write(ADC_DATA, 321 << 16 | 123)
        m.write(ADC_DATA + 4, 700 << 16 | 7)
        m.write(ADC_DATA + 0x100, 900 << 16 | 8)
        m.type("\n")
        status = m.end()
        said = m.rest
        check("voltages", near(said[0], "A0", 123) and near(said[1], "A3", 700) and near(said[2], "A9", 900), said)
        check("many samples", said[3:] == ["many 2 10", "InvalidPinError", "InvalidPinError"] and status == 0, said, status)


def run_sections(nor):
    with Machine(BOARD, f"{BOARD}/sections.py", "-drive", f"if=mtd,format=raw,file={nor}") as m:
        said = m.wait("all")
        m.command("quit")
    return dict(line.split(" ", 1) for line in said if " " in line)


def test_sections():
    with tempfile.TemporaryDirectory() as folder:
        nor = os.path.join(folder, "nor")
        with open(nor, "wb") as f:
            f.write(b"\xff" * NOR_SIZE)
        said = run_sections(nor)
        for name, wanted in (("uid", "8"), ("random", "True"), ("thermometer", "[0, 0]"),
                             ("nobody", "i2c: nobody acknowledges address 0x20"), ("eeprom", "b'hello'"),
                             ("flash", f"0x80000000 {NOR_SIZE}"), ("found", repr(b"\xff" * 16)),
                             ("wrote", repr(b"kept over runs\xff\xff")), ("rtc", "101")):
            check(name, said.get(name) == wanted, said.get(name))
        check("sleeping", int(said.get("slept", 0)) >= 5, said.get("slept"))
        again = run_sections(nor)
        check("flash keeps what was written over runs", again.get("found") == repr(b"kept over runs\xff\xff"), again.get("found"))


test_sections()
test_pins()
test_converter()
done()
