#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints one fact of a board for make.

usage: board.py BOARD/board.json KEY

A list becomes words in one line; KEY may name an element: emulator, cflags, compiler, tag.
"""
import json
import sys


def main():
    with open(sys.argv[1], encoding="utf-8") as f:
        value = json.load(f).get(sys.argv[2], "")
    print(" ".join(value) if isinstance(value, list) else value)


main()
