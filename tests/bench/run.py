#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Time of whole processes: zvm beside python3 and lua5.4, medians of five, as ratios to python3 in the same run.

usage: run.py ZVM OUT.tsv [PROGRAM...]      ZVM_BENCH_RUNS=n: runs of each, 5 when not given

The runs of one program alternate between the interpreters, so that a machine whose speed drifts does not favour one. A
program whose output differs from python3's fails. Exit status 1 when one failed or a ratio is above its limit.
"""
import math
import os
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
LIMIT_ONE, LIMIT_MEAN = 2.0, 1.0  # docs/inside/testing.md: the figures of the first path


def timed(command):
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True)
    return time.perf_counter() - start, done.stdout if done.returncode == 0 else done.stderr


def rivals(zvm, name):
    yield "python3", ["python3", f"{HERE}/micro/{name}.py"]
    yield "zvm", [zvm, f"{HERE}/micro/{name}.py"]
    yield "lua5.4", ["lua5.4", f"{HERE}/lua/{name}.lua"]


def measure(zvm, name, runs):
    """Median seconds of each interpreter, and zvm's and python3's output."""
    times, output = {}, {}
    for _ in range(runs):
        for who, command in rivals(zvm, name):
            try:
                seconds, output[who] = timed(command)
            except FileNotFoundError:
                continue
            times.setdefault(who, []).append(seconds)
    return {who: statistics.median(t) for who, t in times.items()}, output


def mean(ratios):
    return math.exp(sum(map(math.log, ratios)) / len(ratios))


def main():
    zvm, out = sys.argv[1:3]
    runs = int(os.environ.get("ZVM_BENCH_RUNS", "5"))
    names = sys.argv[3:] or sorted(f[:-3] for f in os.listdir(f"{HERE}/micro"))
    rows, bad = [], []
    for name in names:
        medians, output = measure(zvm, name, runs)
        ratio = medians["zvm"] / medians["python3"]
        lua = medians["lua5.4"] / medians["python3"] if "lua5.4" in medians else float("nan")
        rows.append((name, medians["python3"], medians["zvm"], ratio, lua))
        print(f"{name:10} python3 {medians['python3']:6.3f} s   zvm {medians['zvm']:6.3f} s   "
              f"ratio {ratio:5.2f}   lua5.4 {lua:5.2f}", flush=True)
        if output["zvm"] != output["python3"]:
            bad.append(f"{name}: zvm prints {output['zvm']!r}, python3 {output['python3']!r}")
        if ratio > LIMIT_ONE:
            bad.append(f"{name}: {ratio:.2f} times python3's time, limit {LIMIT_ONE}")
    total = mean([row[3] for row in rows])
    print(f"geometric mean of zvm / python3: {total:.3f}")
    if total > LIMIT_MEAN:
        bad.append(f"geometric mean {total:.3f}, limit {LIMIT_MEAN}")
    with open(out, "w") as tsv:
        tsv.write("program\tpython3_s\tzvm_s\tzvm_ratio\tlua_ratio\n")
        tsv.writelines("%s\t%.4f\t%.4f\t%.3f\t%.3f\n" % row for row in rows)
        tsv.write(f"geometric_mean\t\t\t{total:.3f}\t\n")
    for line in bad:
        print("FAILED", line)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
