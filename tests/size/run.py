#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The VM's size on small boards, held to limits.tsv; and that what is left out there says so. Prints TAP."""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
WORK = pathlib.Path("build/size").absolute()  # where the programs are copied to: a build writes beside them
NOT_THE_VM = {"vm/vosal", "vm/vhal", "image", "stacks"}
LEAST_HEAP = 8192
LEFT_OUT = """\
UnsupportedError ("open() is left out of this board's VM",)
UnsupportedError ("exception groups are left out of this board's VM",)
UnsupportedError ("except* is left out of this board's VM",)
OverflowError ()
no such method
TypeError ()
\xe9 E 4611686018427387904 1e+22 1e-05
"""


class Tap:
    count = 0

    def say(self, good, what, detail=""):
        self.count += 1
        print(f"{'ok' if good else 'not ok'} - {what}")
        if not good and detail:
            print("# " + detail.replace("\n", "\n# "))


def run(*words):
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, cwd=WORK)
    return done.stdout + done.stderr


def measured(tool, board, program):
    """Flash and static RAM of the VM in a firmware, by `zvm-native size`."""
    text = run(tool, "size", str(WORK / f"{program}.py"), "--board", board)
    rows = re.findall(r"^ +(\d+) +(\d+)  (\S+)$", text, re.M)
    if not rows:
        raise RuntimeError(text)
    mine = [(int(flash), int(ram)) for flash, ram, part in rows if part not in NOT_THE_VM]
    return sum(flash for flash, _ in mine), sum(ram for _, ram in mine)


def check_limits(tap, tool):
    for line in (HERE / "limits.tsv").read_text().splitlines():
        if line.startswith("#"):
            continue
        board, program, *limits = line.split("\t")
        for what, value, limit in zip(("flash", "ram"), measured(tool, board, program), limits):
            if limit == "-":
                print(f"# {board}, {program}: {value} bytes of {what}")
                continue
            tap.say(value <= int(limit), f"{board}, {program}: {value} bytes of {what}, at most {limit}")


def check_programs(tap, bin_folder):
    def emulated(program):
        return run(f"{bin_folder}/zvm-native", "run", "--board", "microbit", str(WORK / f"{program}.py"))

    for program in ("every_type", "errors", "nested"):
        out, expected = emulated(program), run(f"{bin_folder}/zvm", str(WORK / f"{program}.py"))
        tap.say(out == expected, f"{program} on microbit as on the host", out)
    out = emulated("left_out")
    tap.say(out == LEFT_OUT, "what microbit leaves out says so", out)
    out = emulated("heap")
    free = int(out) if out.strip().isdigit() else 0
    tap.say(free >= LEAST_HEAP, f"microbit: {free} bytes of heap free, at least {LEAST_HEAP}", out)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", default="build/host/bin")
    options = parser.parse_args()
    options.bin = pathlib.Path(options.bin).absolute()
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    for program in HERE.glob("*.py"):
        shutil.copy(program, WORK)
    tap = Tap()
    check_limits(tap, f"{options.bin}/zvm-native")
    check_programs(tap, options.bin)
    print(f"1..{tap.count}")


if __name__ == "__main__":
    sys.exit(main())
