#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Sizes and instructions on the boards: build/boards.tsv, and the page of the documentation made of it.

usage: boards.py --bin FOLDER --out FILE.tsv [-j JOBS]      measures (BOARD="names": only those)
       boards.py --page FILE.tsv                            prints the page

Instructions are counted by the emulator's clock: with `-icount shift=0` an instruction takes a nanosecond of virtual time, and
the chip's own counter (vosTicks) is read before a program's first line and behind its last; a tick is 1e9 / frequency
instructions, so a figure is exact to about a hundred. The program is compiled before, as mcu.tsv leaves compiling out.
Calls: the same, a loop of N calls less the empty loop. Start: instructions from the reset to the first opcode, counted one
by one.
"""
import argparse
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "board"))
import boards  # noqa: E402

AIM = 0.4  # of mcu.tsv, geometric mean
FIRST = "lm3s6965evb"  # the Cortex-M3, which the aims are for
N = 2000

# name, what stands in the loop, what comes before, aim
CALLS = [
    ("call_loop", "pass", "", None),
    ("call_add", "add(i, 1)", "from bench import add", 80),
    ("call_str", "slen(s)", "from bench import slen", 75),
    ("call_optional", "opt(i)", "from bench import opt", 75),
    ("call_python", "add(i, 1)", "def add(a, b):\n    return a + b", 170),
]
CALL = """{before}
def main(n):
    s = "a word"
    for i in range(n):
        {call}
main({n})
"""
COUNTED = """import counter as _counter
_begin = _counter.ticks()
{program}
print("counted", (_counter.ticks() - _begin) & 0xFFFFFFFF, _counter.frequency())
"""
HEAP = "import gc\nprint('heap', gc.info()[1])\n"


def known():
    """program → (instructions, checksum) of mcu.tsv."""
    rows = [line.split("\t") for line in (HERE / "mcu" / "mcu.tsv").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    return {name: (int(count), checksum) for name, count, checksum in rows[1:]}


def run(args, board, folder, name, text):
    (folder / f"{name}.py").write_text(text, encoding="utf-8")
    command = [str(pathlib.Path(args.bin).resolve() / "zvm-native"), "run", "-q", "--glue", "inline", "--icount", "0,sleep=off",
               "--timeout", "300", "--board", board, f"{name}.py"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    return done.stdout + done.stderr


def instructions(said):
    """What a counted program's last line says, as instructions; None: it did not get there."""
    got = re.search(r"^counted (\d+) (\d+)$", said, re.MULTILINE)
    return got and round(int(got[1]) * 1_000_000_000 / int(got[2]))


def same(said, checksum):
    """Is that the number that was printed? Of floats the last digit may differ."""
    first = said.splitlines()[0] if said else ""
    try:
        return first == checksum or abs(int(first) - int(checksum)) <= 1
    except ValueError:
        return False


def sections(args, board, folder):
    """text, data, bss of a program that does nothing."""
    run(args, board, folder, "nothing", "pass\n")
    size = boards.facts(board)["compiler"].removesuffix("gcc") + "size"
    elf = next(folder.glob(f"build/{board}/nothing/*.elf"))
    rows = subprocess.run([size, "-A", str(elf)], capture_output=True, text=True, check=True).stdout
    sizes = {m[1]: int(m[2]) for m in re.finditer(r"^(\.\S+)\s+(\d+)", rows, re.MULTILINE)}
    flash = sum(sizes.get(s, 0) for s in (".text", ".init_array", ".ARM.exidx"))
    return elf, flash, sizes.get(".data", 0), sizes.get(".bss", 0)


def start(board, elf, folder):
    """Instructions from the reset to the first opcode."""
    nm = boards.facts(board)["compiler"].removesuffix("gcc") + "nm"
    symbols = subprocess.run([nm, str(elf)], capture_output=True, text=True, check=True).stdout
    address = int(re.search(r"^(\w+) . exec_run$", symbols, re.MULTILINE)[1], 16) & ~1
    log = folder / "trace"
    subprocess.run([*boards.facts(board)["emulator"], "-nodefaults", "-display", "none", "-icount", "shift=0", "-serial", "null",
                    "-singlestep", "-d", "exec,nochain", "-D", str(log), "-semihosting-config", "enable=on,target=native",
                    "-kernel", str(elf)], capture_output=True, stdin=subprocess.DEVNULL, timeout=300)
    with open(log, encoding="utf-8", errors="replace") as f:
        for count, line in enumerate(f):
            got = re.search(r"\[[0-9a-f]+/([0-9a-f]+)/", line)
            if got and int(got[1], 16) == address:
                return count
    return None


def measure(args, tap, board, path):
    """column → figure of that board."""
    folder = path / board
    folder.mkdir()
    shutil.copy(HERE / "mcu" / "counter.c", folder)
    shutil.copy(HERE / "native" / "bench.c", folder)
    row = {"board": board}
    elf, row["text"], row["data"], row["bss"] = sections(args, board, folder)
    heap = re.search(r"^heap (\d+)$", run(args, board, folder, "heap", HEAP), re.MULTILINE)
    row["heap"] = heap and int(heap[1])
    row["start"] = start(board, elf, folder)
    tap.say(all(value is not None for value in row.values()), f"sizes and start of {board}", str(row))

    def program(item):
        name, (_, checksum) = item
        said = run(args, board, folder, name, COUNTED.format(program=(HERE / "mcu" / f"{name}.py").read_text(encoding="utf-8")))
        row[name] = instructions(said) if same(said, checksum) else None
        little = "MemoryError" in said or "RecursionError" in said
        return row[name] is not None or little, f"{name} on {board}" + (" # SKIP too little memory" if little else ""), said

    run(args, board, folder, "first", COUNTED.format(program="import bench"))  # the natives, once
    boards.each(tap, args.j, program, known().items())

    def call(item):
        name, text, before, _ = item
        said = run(args, board, folder, name, COUNTED.format(program=CALL.format(before=before, call=text, n=N)))
        row[name] = instructions(said)
        return row[name] is not None or "MemoryError" in said, f"{name} on {board}", said

    boards.each(tap, args.j, call, CALLS)
    loop = row.pop("call_loop")
    for name, *_ in CALLS[1:]:
        row[name] = row[name] and loop and round((row[name] - loop) / N)
    row["mean"] = mean(row)
    return row


def mean(row):
    """Geometric mean of what ran, as a part of mcu.tsv."""
    ratios = [row[name] / count for name, (count, _) in known().items() if row.get(name)]
    return round(math.exp(sum(map(math.log, ratios)) / len(ratios)), 3) if ratios else None


COLUMNS = ["board", "text", "data", "bss", "heap", "start", "mean", *(name for name, *_ in CALLS[1:])]


def write(rows, path):
    columns = [*COLUMNS, *known()]
    lines = ["\t".join(columns)]
    lines += ["\t".join("" if row.get(c) is None else str(row[c]) for c in columns) for row in rows]
    pathlib.Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")


def table(head, rows):
    print("|" + "|".join(f" {cell} " for cell in head) + "|")
    print("|---" * len(head) + "|")
    for row in rows:
        print("|" + "|".join(f" {cell or '–'} " for cell in row) + "|")


def page(path):
    lines = [line.split("\t") for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines()]
    rows = [dict(zip(lines[0], line)) for line in lines[1:]]
    names = [row["board"] for row in rows]
    print("# Figures of the boards\n\n<!-- made by tests/bench/boards.py --page build/boards.tsv: make bench-boards -->\n")
    print("Bytes of a program that does nothing, linked with everything that it needs of the VM, and what its heap has left; the"
          "\ninstructions from the reset to its first opcode.\n")
    table(["board", "text", "data", "bss", "heap left", "start"],
          [[row[c] for c in ("board", "text", "data", "bss", "heap", "start")] for row in rows])
    print("\nInstructions of a call, the loop deducted: `add(i, 1)`, the length of a text and an argument left out, of natives with"
          "\ninline glue; `add(a, b)` of Python. Aims, on a Cortex-M3: " + ", ".join(str(aim) for *_, aim in CALLS[1:]) + ".\n")
    table(["board", "add", "length", "optional", "Python"], [[row["board"], *(row[c[0]] for c in CALLS[1:])] for row in rows])
    print("\nInstructions of the programs of `tests/bench/mcu`, from the first line to the last, beside those that MicroPython"
          f"\nexecutes on a Cortex-M3 (`mcu.tsv`). The aim for the mean is {AIM}. Where there is none, memory does not suffice.\n")
    table(["program", "MicroPython", *names], [[name, str(count), *(row[name] for row in rows)] for name, (count, _) in known().items()]
          + [["**mean of the ratios**", "1", *(row["mean"] for row in rows)]])
    print("\nHow they are counted stands in `tests/bench/boards.py`.")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--bin")
    parser.add_argument("--out")
    parser.add_argument("-j", type=int, default=2)
    parser.add_argument("--page")
    args = parser.parse_args()
    if args.page:
        return page(args.page)
    tap = boards.Tap()
    with boards.scratch() as folder:
        rows = [measure(args, tap, board, pathlib.Path(folder)) for board in boards.chips()]
    write(rows, args.out)
    for row in rows:
        good = row["board"] != FIRST or row["mean"] is not None and row["mean"] <= AIM
        tap.say(good, f"{row['board']}: {row['mean']} of mcu.tsv, aim {AIM}")
    return tap.end()


sys.exit(main())
