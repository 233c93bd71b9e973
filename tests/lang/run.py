#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs every script of tests/lang with zvm and with python3, which must agree.

usage: run.py --zvm PATH [--python PYTHON] [-j N] [--without WHAT] [NAME...]

Standard output, exit status and, of an uncaught exception, the last line of standard error are compared. A script may
instead say itself what it prints, for what python3 does not have:

    print(1 << 2)      # expect: 4

With a first line `# oracle: none` python3 is not run. Then these lines count, too:

    # options: --time=virtual    for zvm; in virtual time three runs must be the same to the last byte
    # stderr: ValueError: no     one of the lines of standard error; several in that order
    # status: 3                  how the program exits
    # needs: preemption          left out by `--without preemption`: what this way of running cannot do; also files,
                                 names (of locals in messages), memory (megabytes), stderr (of its own)

Files whose name begins with `_`, and all in folders below a
topic, are modules for others to import. NAME is a topic, a script's name without .py, or topic/script.
"""
import argparse
import concurrent.futures
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
TIME_LIMIT = 30
REPEATS = 3  # of what is always the same


def scripts(names):
    """All scripts, or those that were named."""
    for path in sorted(HERE.glob("*/*.py")):
        topic, stem = path.parent.name, path.stem
        if stem.startswith("_"):
            continue
        if not names or topic in names or stem in names or f"{topic}/{stem}" in names:
            yield path


class Outcome:
    """Output, exit status, standard error and, of an uncaught exception, its last line."""

    def __init__(self, command, path):
        self.out, self.status, self.errors = "", "time limit", []
        try:
            done = subprocess.run([*command, path.name], cwd=path.parent, capture_output=True, timeout=TIME_LIMIT,
                                  stdin=subprocess.DEVNULL, check=False)
        except subprocess.TimeoutExpired:
            return
        self.out, self.status = done.stdout.decode("utf-8", "replace"), done.returncode
        self.errors = done.stderr.decode("utf-8", "replace").strip().splitlines()

    @property
    def last(self):
        return self.errors[-1] if self.errors and self.status else ""

    def same(self, other):
        return (self.out, self.status, self.errors) == (other.out, other.status, other.errors)


def notes(text, word):
    """What the script's comments of that kind say."""
    return re.findall(rf"# {word}: ?(.*)$", text, re.MULTILINE)


def wrong_as_noted(got, text):
    """None, or what is not as the script's own comments say."""
    out = "".join(line + "\n" for line in notes(text, "expect"))
    status = int((notes(text, "status") or ["0"])[0])
    if got.status != status:
        return f"exit status {got.status}, wanted {status}: {got.errors[-1:]}"
    if got.out != out:
        return first_difference(got.out, out)
    errors = iter(got.errors)
    missing = [line for line in notes(text, "stderr") if line not in errors]
    return f"standard error lacks {missing[0]!r}: {got.errors}" if missing else None


def wrong_as_oracle(got, want):
    """None, or what is not as python3 has it."""
    if got.status != want.status:
        return f"exit status {got.status}, wanted {want.status}: {got.last}"
    if got.out != want.out:
        return first_difference(got.out, want.out)
    if got.last != want.last:
        return f"it ends with {got.last!r}, wanted {want.last!r}"
    return None


def first_difference(got, want):
    got, want = got.splitlines(), want.splitlines()
    for number, (a, b) in enumerate(zip(got + [""] * len(want), want + [""] * len(got)), 1):
        if a != b:
            return f"line {number} of the output is {a!r}, wanted {b!r}"
    return "the outputs differ in their line ends"


def check(path, options):
    """None, or what is wrong."""
    text = path.read_text(encoding="utf-8")
    oracle = not text.startswith("# oracle: none")
    command = [*options.command, *([] if oracle else " ".join(notes(text, "options")).split())]
    got = Outcome(command, path)
    wrong = None
    if notes(text, "expect") or not oracle:
        wrong = wrong_as_noted(got, text)
    if wrong is None and oracle:
        wrong = wrong_as_oracle(got, Outcome([options.python], path))
    if wrong is None and "--time=virtual" in command:
        others = [Outcome(command, path) for _ in range(1, REPEATS)]
        wrong = None if all(got.same(other) for other in others) else "it is not the same every time"
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--zvm", required=True)
    parser.add_argument("--python", default="python3")
    parser.add_argument("-j", type=int, default=2)
    parser.add_argument("--without", action="append", default=[])
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    options.command = [str(pathlib.Path(options.zvm).resolve())]
    paths = [path for path in scripts(options.names)
             if not set(notes(path.read_text(encoding="utf-8"), "needs")) & set(options.without)]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        results = pool.map(lambda path: check(path, options), paths)
        for number, (path, wrong) in enumerate(zip(paths, results), 1):
            failed += wrong is not None
            print(f"{'not ok' if wrong else 'ok'} {number} - {path.parent.name}/{path.stem}")
            if wrong:
                print(f"# {wrong}")
    print(f"1..{len(paths)}")
    print(f"{len(paths) - failed} passed, {failed} failed")
    return 1 if failed or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
