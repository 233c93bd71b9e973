#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a person waits for: an empty program beside python3 and lua5.4, its memory, a build of the template's driver.

usage: start.py BIN OUT.tsv       BIN: the folder of zvm and zvm-native; the rows are appended to OUT.tsv

Smallest and median of the wall clock, the smallest processor time; the largest resident set of zvm as it sees it itself.
Exit status 1 when the smallest processor time or the memory is above its limit; the wall clock is told, since the machine
may be busy.
"""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

# what, command, runs, limit in ms
ROWS = [
    ("empty program", ["zvm", "empty.py"], 100, 3),
    ("empty, python3", ["python3", "empty.py"], 10, None),
    ("empty, lua5.4", ["lua5.4", "empty.py"], 100, None),
    ("nothing to build", ["zvm-native", "build", "-q", "bench.c"], 50, 10),
    ("cold build", ["zvm-native", "build", "-q", "--force", "bench.c"], 9, 300),
]
RESIDENT_KB = 3072
STATUS = "print(open('/proc/self/status').read())"


def run(command):
    """Seconds of the clock and of the processor."""
    start = time.perf_counter()
    pid = os.posix_spawn(shutil.which(command[0]), command, os.environ)
    _, status, usage = os.wait4(pid, 0)
    if status:
        sys.exit(f"{' '.join(command)}: status {status}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime


def resident():
    """Not from wait4, which counts what the process was before it became zvm."""
    status = subprocess.run(["zvm", "-c", STATUS], check=True, capture_output=True, text=True).stdout
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:"))


def main():
    os.environ["PATH"] = os.path.abspath(sys.argv[1]) + ":" + os.environ["PATH"]
    out, here, bad = os.path.abspath(sys.argv[2]), os.path.dirname(os.path.abspath(__file__)), False
    lines = ["\nwhat\tsmallest_ms\tmedian_ms\tprocessor_ms\n"]
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        open("empty.py", "w").close()
        shutil.copy(f"{here}/../../templates/module/driver/mydriver.c", "bench.c")
        subprocess.run(["zvm-native", "build", "-q", "bench.c"], check=True)
        for what, command, runs, limit in ROWS:
            if not shutil.which(command[0]):
                continue
            walls, cpus = zip(*(run(command) for _ in range(runs)))
            wall, median, cpu = (1000 * f(t) for f, t in ((min, walls), (statistics.median, walls), (min, cpus)))
            lines.append(f"{what}\t{wall:.2f}\t{median:.2f}\t{cpu:.2f}\n")
            print(f"{what:16} smallest {wall:7.2f} ms   median {median:7.2f} ms   processor {cpu:7.2f} ms")
            if limit and cpu > limit:
                print(f"FAILED {what}: limit {limit} ms")
                bad = True
        os.chdir("/")
    kb = resident()
    lines.append(f"resident_kb\t{kb}\n")
    print(f"zvm resident     {kb} KB")
    if kb > RESIDENT_KB:
        print(f"FAILED resident: limit {RESIDENT_KB} KB")
        bad = True
    with open(out, "a") as tsv:
        tsv.writelines(lines)
    return bad


if __name__ == "__main__":
    sys.exit(main())
