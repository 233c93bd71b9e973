#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the suites of `make check` and sums what they say.

usage: check.py MAKE LOGDIR SUITE...

Each suite is the target check-SUITE; its output goes to LOGDIR/SUITE.log. Lines that begin with "ok" and "not ok" count.
A suite that ends badly, or says nothing, without a "not ok" counts as one failure: a check that did not run is none.
"""
import os
import re
import subprocess
import sys
import time

SHOWN = 40  # lines of a failed suite's log


def run(make, log, suite):
    """(passed, failed) of one suite."""
    # a make of its own: the outer one's job server does not reach through us
    env = {k: v for k, v in os.environ.items() if k not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")}
    with open(log, "w+", encoding="utf-8", errors="replace") as out:
        status = subprocess.run([make, "--no-print-directory", f"check-{suite}"], stdout=out,
                                stderr=subprocess.STDOUT, env=env, check=False).returncode
        out.seek(0)
        lines = out.read().splitlines()
    passed = sum(bool(re.match(r"ok\b", line)) for line in lines)
    failed = sum(bool(re.match(r"not ok\b", line)) for line in lines)
    if not failed and (status or not passed):
        failed = 1
    if failed:
        show(lines)
    return passed, failed


def show(lines):
    bad = [i for i, line in enumerate(lines) if re.match(r"not ok\b|.*\b(error|Error)\b", line)]
    wanted = sorted({j for i in bad for j in range(max(0, i - 1), min(len(lines), i + 4))})[:SHOWN]
    for i in wanted or range(max(0, len(lines) - 10), len(lines)):
        print(f"    {lines[i]}")


def main():
    make, folder, *suites = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    total = [0, 0]
    for suite in suites:
        start = time.monotonic()
        passed, failed = run(make, f"{folder}/{suite}.log", suite)
        total[0] += passed
        total[1] += failed
        print(f"{suite:10} {passed:5} passed, {failed:3} failed  {time.monotonic() - start:6.1f} s", flush=True)
    summary = f"{total[0]} passed, {total[1]} failed"
    with open(f"{folder}/summary", "w", encoding="utf-8") as out:
        print(summary, file=out)
    print(summary)
    return 1 if total[1] or not total[0] else 0


sys.exit(main())
