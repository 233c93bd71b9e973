#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints the facts of a board as variables for make: CHIP_compiler, CHIP_cflags, CHIP_frequency, CHIP_tag, CHIP_target,
CHIP_emulator.

usage: board.py BOARD/board.json
"""
import json
import sys

KEYS = ["compiler", "cflags", "frequency", "tag", "target", "emulator"]


def main():
    with open(sys.argv[1], encoding="utf-8") as f:
        board = json.load(f)
    for key in KEYS:
        value = board.get(key, "")
        print(f"CHIP_{key} =", " ".join(value) if isinstance(value, list) else value)


main()
