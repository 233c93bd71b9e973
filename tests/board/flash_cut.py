#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Power cuts on rv32-virt: the emulator is killed in the middle of flash writes and started again with the same flash.

usage: flash_cut.py [ROUNDS]

What was said to be written must be there, and behind it at most one record that was cut. Prints TAP.
"""
import os
import random
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FLASH_SIZE = 32 << 20
SEED = 4


def build(folder):
    elf = os.path.join(folder, "main.elf")
    for name in ("main.py", "flash_cut.c"):
        with open(os.path.join(HERE, "flash_cut", name), encoding="utf-8") as source:
            with open(os.path.join(folder, name), "w", encoding="utf-8") as copy:
                copy.write(source.read())
    subprocess.run([os.path.join(ROOT, "build/host/bin/zvm-native"), "build", "-q", "--board", "rv32-virt", "--firmware",
                    "-o", elf, "main.py"], cwd=folder, check=True)
    return elf


def start(elf, flash):
    """Without a kernel: with a second flash QEMU takes that for the start of one (design: boards.md)."""
    return subprocess.Popen(["qemu-system-riscv32", "-M", "virt", "-bios", elf, "-nodefaults", "-display", "none",
                             "-serial", "stdio", "-drive", f"if=pflash,unit=1,format=raw,file={flash}"],
                            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)


def number(line, word):
    if not line.startswith(word + " "):
        raise AssertionError(f"'{word} N' expected, not {line!r}")
    return int(line.split()[1])


def run(elf, flash, lines):
    """What it found, and the last record that it said to have written, when it was killed after so many lines."""
    emulator = start(elf, flash)
    found = last = number(emulator.stdout.readline(), "found")
    for _ in range(lines):
        line = emulator.stdout.readline()
        if line.startswith("erased"):
            continue
        last = number(line, "wrote")
    emulator.kill()
    emulator.wait()
    return found, last


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory() as folder:
        elf, flash = build(folder), os.path.join(folder, "flash.bin")
        with open(flash, "wb") as f:
            f.write(b"\xff" * FLASH_SIZE)
        said = 0
        for n in range(1, rounds + 1):
            found, last = run(elf, flash, chance.randrange(1, 400))
            good = found >= said
            print(f"{'ok' if good else 'not ok'} {n} - {said} records were said to be written, {found} are there")
            said = last
        print(f"1..{rounds}")


main()
