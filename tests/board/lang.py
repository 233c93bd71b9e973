#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs scripts of tests/lang on the boards, against python3.

usage: lang.py --bin FOLDER [--all] [-j JOBS] [NAME...]        BOARD="names" tests only those

Without --all each board has its part of the scripts, so that all boards together run them all. SKIP says what cannot run on
a chip and why.
"""
import argparse
import pathlib
import re
import shutil
import sys
import types

import boards

sys.path.insert(0, str(boards.TOP / "tests" / "lang"))
import run  # noqa: E402

# What a script has in its text that no chip can do, or not with so little memory.
WORDS = [
    ("open(", "no files"),
    ("input(", "nobody types"),
    ("import os", "no files"),
    ("# options:", "host's options"),
]
NAMES = "names of variables stay on the computer"
SKIP = {
    "closures/del": NAMES,
    "closures/late": NAMES,
    "misc/del_targets": NAMES,
    "scopes/del": NAMES,
    "scopes/except_var": NAMES,
}
# These need half a megabyte of RAM or more. On a board with even less than 32 KB, others may say so, too.
LARGE = {"calls/recursion", "containers/dict_ops", "containers/sorting", "exc/flow", "gen/protocol", "library/gc_control",
         "library/queue_basic", "library/threading_basic", "threads/basic", "threads/heap", "threads/share"}
ROOM, LITTLE = 512 << 10, 32 << 10
NO_ROOM = ("MemoryError", "RecursionError", "memory", "does not fit", "left out of this board's VM", "OverflowError")


class Outcome(run.Outcome):
    """A chip has one line for all: what an uncaught exception says follows the output."""

    # of a thread: others go on printing behind it
    REPORT = re.compile(r"^Traceback \(most recent call last\):\n(?:  .*\n)*\S.*\n", re.MULTILINE)

    def __init__(self, command, path):
        super().__init__(command, path)
        if not self.status:
            self.errors = [line for report in self.REPORT.findall(self.out) for line in report.splitlines()]
            self.out = self.REPORT.sub("", self.out)
            return
        before, mark, report = self.out.partition("Traceback (most recent call last):\n")
        if mark and not self.errors:
            self.out, self.errors = before, report.splitlines()


run.Outcome = Outcome


def reason(board, path):
    """Why that script is not for that board, or None."""
    text = path.read_text(encoding="utf-8")
    for word, why in WORDS:
        if word in text:
            return why
    for need in run.notes(text, "needs"):
        return f"needs {need}"
    if boards.ram(board) < LITTLE and (" as e" in text or not text.isascii()):
        return "its VM has no texts of errors and no tables of letters"
    name = f"{path.parent.name}/{path.stem}"
    return "too large" if name in LARGE and boards.ram(board) < ROOM else SKIP.get(name)


def check(options, board, path):
    wrong = run.check(path, options)
    name = f"{path.parent.name}/{path.stem} on {board}"
    if wrong and boards.ram(board) < LITTLE:
        got = Outcome(options.command, path)
        if any(text in got.out + "".join(got.errors) for text in NO_ROOM):
            return True, name + " # SKIP not in this VM, or too little memory", ""
    return wrong is None, name, wrong or ""


def run_board(tap, args, board, number, count):
    with boards.scratch() as folder:
        copy = pathlib.Path(folder) / "lang"
        shutil.copytree(boards.TOP / "tests" / "lang", copy)
        paths = [copy / path.parent.name / path.name for path in run.scripts(args.names) if not reason(board, path)]
        if not args.all:
            paths = paths[number::count]
        options = types.SimpleNamespace(
            command=[str(pathlib.Path(args.bin).resolve() / "zvm-native"), "run", "-q", "--icount", boards.ICOUNT, "--board", board],
            python=sys.executable)
        boards.each(tap, args.j, lambda path: check(options, board, path), paths)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("-j", type=int, default=2)
    parser.add_argument("names", nargs="*")
    args = parser.parse_args()
    tap = boards.Tap()
    chips = boards.chips()
    for number, board in enumerate(chips):
        run_board(tap, args, board, number, len(chips))
    return tap.end()


sys.exit(main())
