#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the programs of tests/sim on the simulated board and compares what they say.

usage: run.py --zvm COMMAND [--words N] [-j N] [--without WHAT] [NAME...]

tests/sim/NAME holds main.py, scene.json when the board has something around it, and expect.txt: standard output, then each
line of standard error behind `stderr: `, then `status: N` unless that is 0. Time is virtual, so two runs must be the same to
the last byte. Where that differs with 4-byte words, expect32.txt says what they do. A program may have in its first lines

    # options: --heap 1m         for zvm
    # needs: speed               left out by `--without speed`

The program runs in a folder of its own that holds copies of the test's files; it is gone afterwards.
"""
import argparse
import concurrent.futures
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
TIME_LIMIT = 60
OPTIONS = ["--time=virtual"]


def notes(text, word):
    """The words behind the script's comments of that kind."""
    return " ".join(re.findall(rf"^# {word}: ?(.*)$", text, re.MULTILINE)).split()


def outcome(command, test):
    """What a run says, in expect.txt's form."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / test.name
        shutil.copytree(test, folder)
        scene = ["--sim", "scene.json"] if (test / "scene.json").exists() else []
        try:
            done = subprocess.run([*command, *scene, "main.py"], cwd=folder, capture_output=True, timeout=TIME_LIMIT,
                                  stdin=subprocess.DEVNULL, check=False)
        except subprocess.TimeoutExpired:
            return "status: time limit\n"
    lines = done.stdout.decode("utf-8", "replace")
    for line in done.stderr.decode("utf-8", "replace").splitlines():
        lines += f"stderr: {line}\n"
    return lines + (f"status: {done.returncode}\n" if done.returncode else "")


def first_difference(got, want):
    got, want = got.splitlines(), want.splitlines()
    for number, (a, b) in enumerate(zip(got + [""] * len(want), want + [""] * len(got)), 1):
        if a != b:
            return f"line {number} is {a!r}, wanted {b!r}"
    return "the line ends differ"


def check(test, options):
    """None, or what is wrong."""
    text = (test / "main.py").read_text(encoding="utf-8")
    command = [*options.zvm, *OPTIONS, *notes(text, "options")]
    got = outcome(command, test)
    narrow = test / "expect32.txt"
    want = narrow if options.words == 4 and narrow.exists() else test / "expect.txt"
    expected = want.read_text(encoding="utf-8")
    if got != expected:
        return first_difference(got, expected)
    return None if outcome(command, test) == got else "a second run says something else"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--zvm", required=True, type=shlex.split, help="how zvm is called; paths absolute")
    parser.add_argument("--words", type=int, default=8, help="bytes of a value where it runs")
    parser.add_argument("-j", type=int, default=2)
    parser.add_argument("--without", action="append", default=[])
    parser.add_argument("--show", action="store_true", help="print what the programs say, check nothing")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    options.zvm[0] = shutil.which(options.zvm[0]) or options.zvm[0]
    options.zvm[0] = str(pathlib.Path(options.zvm[0]).resolve())
    tests = [t.parent for t in sorted(HERE.glob("*/main.py")) if not options.names or t.parent.name in options.names]
    tests = [t for t in tests if not set(options.without) & set(notes((t / "main.py").read_text(), "needs"))]
    if options.show:
        for test in tests:
            command = [*options.zvm, *OPTIONS, *notes((test / "main.py").read_text(encoding="utf-8"), "options")]
            sys.stdout.write(outcome(command, test))
        return 0
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        for test, wrong in zip(tests, pool.map(lambda t: check(t, options), tests)):
            print(f"not ok - sim/{test.name}: {wrong}" if wrong else f"ok - sim/{test.name}")
            failed += wrong is not None
    return 1 if failed or not tests else 0


if __name__ == "__main__":
    sys.exit(main())
