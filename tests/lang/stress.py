#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs scripts of tests/lang with memory as a chip has it: collected at every allocation, and running out at any.

usage: stress.py --zvm PATH [--all] [-j N] [NAME...]

For each script, against its own run without trouble:

  gc    ZVM_GC_STRESS=1, a collection at every allocation, changes nothing. (97, when that takes too long.)
  oom   ZVM_OOM_AT=n fails the n-th allocation: every n to 200, then every 97th, to the last of them. The program
        then ends as ever, or with a MemoryError and, until there, the output as ever. Never with a crash, a hang or
        another exception. A script that catches more than MemoryError, or cleans up, may say what it likes on the way.

Without --all or a NAME a set of scripts is run that reaches every part of the VM.
"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
TIME_LIMIT = 120
EVERY = 200  # the first n that are all tried
STEP = 97    # and from there
BEYOND = 1 << 31
CHOSEN = """calls/keywords calls/star_mix classes/diamond classes/operators closures/shared comp/generator
containers/dict_ops containers/sorting exc/chain exc/uncaught expr/big gen/yield_from import/package memory/survive
strings/fstring strings/methods unpack/star with/multiple""".split()
BROAD = re.compile(r"except\s*:|except\s+\(?.*(Exception|OSError)|finally|\bwith\b|__exit__|\.throw|\.close")
COUNT = re.compile(rb"^zvm: ZVM_OOM_AT: only (\d+) allocations\n", re.MULTILINE)
TROUBLE_AT_START = re.compile(rb"^zvm: .*(memory|too small)")
STR_FAILED = ": <exception str() failed>"  # what python3 says, too, of an exception that cannot be printed
SHOWN = 6    # failures of one script


class Outcome:
    def __init__(self, done):
        self.out, self.status, self.err = done.stdout, done.returncode, COUNT.sub(b"", done.stderr)
        count = COUNT.search(done.stderr)
        self.allocations = int(count[1]) if count else 0
        lines = self.err.strip().splitlines()
        self.last = lines[-1].decode("utf-8", "replace") if lines else ""

    def same(self, other):
        return (self.out, self.status, self.last) == (other.out, other.status, other.last)

    def ran_out(self):
        return self.status == 1 and (self.last.startswith("MemoryError") or bool(TROUBLE_AT_START.match(self.err)))


def run(zvm, path, **switches):
    """The outcome; None when it did not end in time."""
    env = dict(os.environ, **switches)
    try:
        return Outcome(subprocess.run([zvm, path.name], cwd=path.parent, env=env, capture_output=True,
                                      timeout=TIME_LIMIT, stdin=subprocess.DEVNULL, check=False))
    except subprocess.TimeoutExpired:
        return None


def wrong_oom(usual, got, broad):
    """None, or what is wrong with an outcome after one allocation failed."""
    if got is None:
        return f"not ended after {TIME_LIMIT} s"
    if got.status not in (0, 1, usual.status) or b"Sanitizer" in got.err or b"runtime error" in got.err:
        return f"status {got.status}: {got.last}"
    if got.same(usual) or broad:
        return None
    if got.out == usual.out and got.last.endswith(STR_FAILED) and got.status == usual.status:
        return None
    if not got.ran_out():
        return f"status {got.status}, another end: {got.last!r}"
    if not usual.out.startswith(got.out):
        return "other output before the MemoryError"
    return None


def try_oom(zvm, path, usual):
    """How many runs, and the first failures."""
    broad = bool(BROAD.search(path.read_text(encoding="utf-8")))
    last = run(zvm, path, ZVM_OOM_AT=str(BEYOND)).allocations
    tries = [n for n in range(1, last + 1) if n <= EVERY or (n - EVERY) % STEP == 0]
    failures = []
    for n in tries:
        wrong = wrong_oom(usual, run(zvm, path, ZVM_OOM_AT=str(n)), broad)
        if wrong:
            failures.append(f"ZVM_OOM_AT={n}: {wrong}")
        if len(failures) >= SHOWN:
            break
    return len(tries), failures if tries else ["no allocations were counted"]


def try_gc(zvm, path, usual):
    got = run(zvm, path, ZVM_GC_STRESS="1") or run(zvm, path, ZVM_GC_STRESS=str(STEP))
    if got is None:
        return [f"not ended after {TIME_LIMIT} s"]
    return [] if got.same(usual) else [f"status {got.status}, wanted {usual.status}: {got.last}"]


def check(path, zvm):
    """Pairs of a test's name and its failures."""
    name = f"{path.parent.name}/{path.stem}"
    usual = run(zvm, path)
    if usual is None or usual.status < 0 or b"Sanitizer" in usual.err:
        return [(name, ["it fails without any trouble"])]
    runs, failures = try_oom(zvm, path, usual)
    return [(f"{name} collecting always", try_gc(zvm, path, usual)),
            (f"{name} out of memory, {runs} times", failures)]


def scripts(options):
    for path in sorted(HERE.glob("*/*.py")):
        topic, stem = path.parent.name, path.stem
        if stem.startswith("_"):
            continue
        names = options.names or ([] if options.all else CHOSEN)
        if not names or {topic, stem, f"{topic}/{stem}"} & set(names):
            yield path


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--zvm", required=True)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("-j", type=int, default=2)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    zvm = str(pathlib.Path(options.zvm).resolve())
    number = failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        for results in pool.map(lambda path: check(path, zvm), list(scripts(options))):
            for name, failures in results:
                number += 1
                failed += bool(failures)
                print(f"{'not ok' if failures else 'ok'} {number} - {name}")
                for failure in failures:
                    print(f"# {failure}", flush=True)
    print(f"1..{number}")
    print(f"{number - failed} passed, {failed} failed")
    return 1 if failed or not number else 0


if __name__ == "__main__":
    sys.exit(main())
