#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Nanoseconds of a call into C, the loop around it deducted: both glues, a classic native and Python's own call, beside
CPython with the same functions as METH_FASTCALL (left out without the headers of python3).

usage: run.py BIN OUT.tsv       BIN: the folder of zvm and zvm-native; the rows are appended to OUT.tsv

Each kind is a program of its own; the processor time of whole processes is taken, alternating, and the
smallest of nine counts: what disturbs a run only ever makes it longer. A figure above its aim is marked. Exit status 1
when add() with inline glue takes longer than LIMIT.
"""
import os
import resource
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
N, RUNS = 3000000, int(os.environ.get("ZVM_BENCH_RUNS", "9"))

LIMIT = 10  # ns of add() with inline glue: what the first release promises

# kind: what stands in the loop, what comes before it, ns of CPython on the machine that the aims are meant for (None:
# not compared), aim in ns for inline glue, for format glue. On another machine, or a busy one, aims and limit grow with
# what CPython takes.
KINDS = {
    "add": ("add(i, 1)", "from bench import add", 13, 6, 12),
    "fadd": ("fadd(x, 1.5)", "from bench import fadd", 13, 9, None),
    "slen": ("slen(s)", "from bench import slen", 10, 6, None),
    "opt": ("opt(i)", "from bench import opt", 10, 6, None),
    "classic": ("classic(i, 1)", "from bench import classic", 13, None, None),
    "method": ("c.step(1)", "from bench import Counter", None, None, None),
    "keyword": ("opt(i, b=1)", "from bench import opt", None, None, None),
    "python": ("add(i, 1)", "def add(a, b):\n    return a + b\n", 23, 13.7, 13.7),
    "loop": ("pass", "", 0, None, None),
}
PROGRAM = """{before}
def main(n):
    x = 2.5
    s = "a word"
    {setup}
    for i in range(n):
        {call}
main({n})
"""


def run(command, folder):
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)


def make_zvm(folder, bin_folder, glue):
    os.makedirs(folder)
    shutil.copy(f"{HERE}/bench.c", folder)
    run([f"{bin_folder}/zvm-native", "build", "--glue", glue, "bench.c"], folder)
    return [f"{bin_folder}/zvm"]


def make_python(folder):
    """The command, or None without what is needed."""
    include = sysconfig.get_paths()["include"]
    if not os.path.exists(f"{include}/Python.h"):
        return None
    os.makedirs(folder)
    run(["gcc", "-O2", "-shared", "-fPIC", f"-I{include}", "-o", "bench.so", f"{HERE}/fastcall.c"], folder)
    return [sys.executable]


def seconds(command, folder, kind):
    """Of the processor, so that other processes count little."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run(command + [f"{kind}.py"], folder)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(subjects):
    """{subject: {kind: ns a call, the loop deducted}}"""
    best = {who: {} for who in subjects}
    for _ in range(RUNS):
        for kind in KINDS:
            for who, (folder, command) in subjects.items():
                if who == "cpython" and KINDS[kind][2] is None:
                    continue
                took = seconds(command, folder, kind)
                best[who][kind] = min(took, best[who].get(kind, took))
    return {who: {kind: (t - times["loop"]) / N * 1e9 for kind, t in times.items() if kind != "loop"}
            for who, times in best.items()}


def slowness(cpython):
    """How much longer CPython takes here than on the machine that the aims are meant for; at least 1."""
    ratios = [ns / KINDS[kind][2] for kind, ns in cpython.items()]
    return max(1, statistics.geometric_mean(ratios)) if ratios else 1


def main():
    bin_folder, out = os.path.abspath(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory() as top:
        subjects = {glue: (f"{top}/{glue}", make_zvm(f"{top}/{glue}", bin_folder, glue)) for glue in ("inline", "format")}
        cpython = make_python(f"{top}/cpython")
        if cpython:
            subjects["cpython"] = (f"{top}/cpython", cpython)
        for folder, _ in subjects.values():
            for kind, (call, before, *_) in KINDS.items():
                with open(f"{folder}/{kind}.py", "w") as f:
                    f.write(PROGRAM.format(call=call, before=before, n=N, setup="c = Counter()" if kind == "method" else ""))
        found = measure(subjects)
    scale = slowness(found.get("cpython", {}))
    with open(out, "a") as tsv:
        tsv.write("\ncall\tinline_ns\tformat_ns\tcpython_ns\n")
        for kind, (call, _, _, *aims) in KINDS.items():
            if kind == "loop":
                continue
            ns = [found.get(who, {}).get(kind, float("nan")) for who in ("inline", "format", "cpython")]
            tsv.write("%s\t%.1f\t%.1f\t%.1f\n" % (kind, *ns))
            print(f"{kind:8} {call:14} inline {ns[0]:5.1f} ns   format {ns[1]:5.1f} ns   cpython {ns[2]:5.1f} ns")
            for glue, got, aim in zip(("inline", "format"), ns, aims):
                if aim is not None and got > aim * scale:
                    print(f"         {glue} glue is above its aim of {aim * scale:.1f} ns")
    if found["inline"]["add"] > LIMIT * scale:
        print(f"FAILED add with inline glue: {found['inline']['add']:.1f} ns, limit {LIMIT * scale:.1f}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
