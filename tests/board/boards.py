# SPDX-License-Identifier: MIT
"""What the tests on boards share: which boards there are, programs run on them, results as TAP."""
import json
import os
import pathlib
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor

TOP = pathlib.Path(__file__).resolve().parents[2]
# Every run is the same: time is counted in instructions, and nobody waits for an idle chip.
ICOUNT = "6,sleep=off"


def chips():
    """Names of the boards that are chips, all or those in the variable BOARD."""
    names = sorted(p.parent.name for p in TOP.glob("boards/*/board.mk"))
    wanted = os.environ.get("BOARD", "").split()
    return [name for name in names if not wanted or name in wanted]


def facts(board):
    return json.loads((TOP / "boards" / board / "board.json").read_text(encoding="utf-8"))


def ram(board):
    """Bytes of the board's RAM."""
    return sum(part["size"] for part in facts(board)["memory"] if part["name"] == "ram")


class Run:
    """A program that has ended: its status, and all that it said."""

    def __init__(self, status, text):
        self.status, self.text = status, text


def run(tools, board, program, folder, timeout=60, more=()):
    """`zvm-native run` on that board, in `folder`."""
    command = [str(pathlib.Path(tools).resolve() / "zvm-native"), "run", "-q", "--icount", ICOUNT, "--timeout", str(timeout), *more,
               str(program), "--board", board]
    done = subprocess.run(command, cwd=folder, capture_output=True, stdin=subprocess.DEVNULL)
    return Run(done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace"))


class Tap:
    """Lines of TAP, and the status for all of them."""

    def __init__(self):
        self.number = self.failed = 0

    def say(self, good, name, why=""):
        self.number += 1
        self.failed += not good
        if not good:
            print("".join(f"# {line}\n" for line in why.splitlines()), end="")
        print(("ok" if good else "not ok"), self.number, "-", name, flush=True)

    def end(self):
        print(f"1..{self.number}")
        return 1 if self.failed or not self.number else 0


def each(tap, jobs, work, items):
    """work(item) -> (good, name, why) for every item, `jobs` at a time, in their order."""
    with ThreadPoolExecutor(jobs) as pool:
        for good, name, why in pool.map(work, items):
            tap.say(good, name, why)


def scratch():
    """A folder that is gone afterwards."""
    return tempfile.TemporaryDirectory(prefix="zvm-board-")
