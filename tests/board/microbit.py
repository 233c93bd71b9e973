#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What QEMU models of the micro:bit's chip, from inside and from outside."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from machine import Machine, check, done

BOARD = "microbit"
SOC = "/machine/nrf51"
OUT = 0x50000504
D0, D1 = 3, 2  # pads


def read_words(lines):
    return dict(line.split(" ", 1) for line in lines if " " in line)


def play(m):
    """To the end of the program; what it said."""
    said = m.wait("pins")
    check("an output outside", m.read(OUT) >> D0 & 1)
    m.interrupt_in(SOC, D1, 1)
    m.type("\n")
    return read_words(said + m.wait("all"))


def main():
    with Machine(BOARD, f"{BOARD}/sections.py", "-seed", "7") as m:
        said = play(m)
        for name, wanted in (("uid", "8"), ("flash", "True True"), ("wrote", "b'kept!'"), ("slept", "True"), ("rtc", "101"),
                             ("pull-up", "1"), ("input", "1")):
            check(name, said.get(name) == wanted, said.get(name))
        check("what there is not", said.get("UnsupportedError"), said)
        m.command("system_reset")
        again = play(m)
        check("flash keeps what was written over a reset", again.get("found") == "b'kept!'", again)
    with Machine(BOARD, f"{BOARD}/sections.py", "-seed", "7") as m:
        check("the same noise with the same seed", play(m).get("random") == said["random"], said["random"])
    with Machine(BOARD, f"{BOARD}/sections.py", "-seed", "8") as m:
        check("other noise with another", play(m).get("random") != said["random"], said["random"])
    done()


main()
