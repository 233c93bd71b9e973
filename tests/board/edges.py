#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Interrupts of pins on sifive_u: 10,000 edges from outside through the emulator's test socket, each of which must reach
Python, in order; and how many instructions an edge takes to a handler, to a thread and to Python. Prints TAP.

usage: edges.py [EDGES]
"""
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
TOOL = os.path.join(ROOT, "build/host/bin/zvm-native")
BATCH = 8  # edges that may be on their way
PINS = (3, 4)
RISE_PENDING = 0x1006001C
MOST = {"handler": 200, "thread": 600, "python": 2500}  # instructions


class Outside:
    """The emulator's test socket: sets the level of a pin."""

    def __init__(self, listening):
        self.file = listening.accept()[0].makefile("rw")

    def ask(self, command):
        self.file.write(command + "\n")
        self.file.flush()
        answer = self.file.readline().split()
        if answer[:1] != ["OK"]:
            raise AssertionError(f"the emulator does not take '{command}'")
        return answer[1:]

    def set(self, pin, level):
        self.ask(f"set_irq_in /machine/soc unnamed-gpio-in {pin} {level}")

    def pulse(self, pin):
        """The chip keeps one edge of a pin until its handler has come."""
        self.set(pin, 1)
        self.set(pin, 0)
        while int(self.ask(f"readl {RISE_PENDING:#x}")[0], 16):
            pass


def build(folder):
    subprocess.run([TOOL, "build", "-q", "--board", "sifive_u", "--firmware", "-o", "main.elf", "main.py"], cwd=folder,
                   check=True)
    return os.path.join(folder, "main.elf")


def drive(folder, edges):
    """What the program said in the end."""
    path = os.path.join(folder, "socket")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(path)
    listening.listen()
    emulator = subprocess.Popen(["qemu-system-riscv32", "-M", "sifive_u", "-bios", "none", "-nodefaults", "-display",
                                 "none", "-serial", "stdio", "-semihosting-config", "enable=on,target=native",
                                 "-accel", "tcg", "-qtest", f"unix:{path}", "-qtest-log", "none", "-kernel",
                                 build(folder)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL, text=True)
    outside = Outside(listening)
    for pin in PINS:
        outside.set(pin, 0)
    sent = 0
    for line in emulator.stdout:
        if not line.startswith("at "):
            raise AssertionError(f"'at N' expected, not {line!r}")
        if int(line.split()[1]) >= edges:
            break
        for sent in range(sent + 1, min(sent + BATCH, edges) + 1):
            outside.pulse(PINS[(sent - 1) % len(PINS)])
    emulator.kill()
    emulator.wait()
    return line.split()


def latencies(folder):
    shutil.copy(os.path.join(folder, "latency.py"), os.path.join(folder, "app.py"))
    out = subprocess.run([TOOL, "run", "-q", "--board", "sifive_u", "--icount", "0", "--timeout", "60", "app.py"],
                         cwd=folder, stdout=subprocess.PIPE, text=True, check=True).stdout
    return {name: [int(n) for n in re.findall(name + r" (\d+)", out)] for name in MOST}


def main():
    edges = int(sys.argv[1]) if len(sys.argv) > 1 else 10000
    with tempfile.TemporaryDirectory() as folder:
        for name in os.listdir(os.path.join(HERE, "edges")):
            shutil.copy(os.path.join(HERE, "edges", name), folder)
        said = drive(folder, edges)
        good = said == ["at", str(edges), "0"]
        print(f"{'ok' if good else 'not ok'} 1 - {edges} edges from outside reach Python in order: {' '.join(said)}")
        for n, (name, counts) in enumerate(latencies(folder).items(), 2):
            # The first time the emulator and the program warm up.
            good = len(counts) == 5 and max(counts[1:]) <= MOST[name] and len(set(counts[1:])) == 1
            print(f"{'ok' if good else 'not ok'} {n} - from an edge to {name}: {counts[-1]} instructions")
    print("1..4")


main()
