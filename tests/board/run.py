#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the tests of a board: for each tests/board/B/NAME_test.py, every function test_… with the program NAME.py beside it.

usage: run.py --board B [NAME...]

A test gets a function start(*arguments, **options) that returns its running Board (board.py). Prints TAP.
"""
import argparse
import importlib.util
import os
import sys
import time

from board import HERE, Board, Failed

sys.path.insert(0, HERE)


def load(path):
    spec = importlib.util.spec_from_file_location(os.path.basename(path)[:-3], path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Starter:
    """Starts the board for one test and stops it afterwards."""

    def __init__(self, board, program):
        self.board, self.program, self.running = board, program, []

    def __call__(self, *arguments, program=None, **options):
        path = os.path.join(os.path.dirname(self.program), program) if program else self.program
        self.running.append(Board(self.board, path, *arguments, **options))
        return self.running[-1]

    def stop(self):
        for b in self.running:
            b.close()


def run_test(board, program, number, name, test):
    start, began = Starter(board, program), time.monotonic()
    try:
        test(start)
        print(f"ok {number} - {board} {name} # {time.monotonic() - began:.1f} s", flush=True)
        return True
    except (Failed, AssertionError, OSError, ValueError) as error:
        print(f"not ok {number} - {board} {name}")
        text = f"{type(error).__name__}: {error}\n" + "\n".join(line for b in start.running for line in b.log[-8:])
        print("# " + text.replace("\n", "\n# "), flush=True)
        return False
    finally:
        start.stop()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--board", required=True)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    folder = os.path.join(HERE, options.board)
    files = sorted(f for f in os.listdir(folder) if f.endswith("_test.py"))
    good, number = True, 0
    for file in files:
        section = file[:-len("_test.py")]
        if options.names and section not in options.names:
            continue
        module = load(os.path.join(folder, file))
        for name in [n for n in vars(module) if n.startswith("test_")]:
            number += 1
            program = os.path.join(folder, section + ".py")
            good &= run_test(options.board, program, number, f"{section}: {name[5:].replace('_', ' ')}", getattr(module, name))
    print(f"1..{number}")
    sys.exit(not good)


main()
