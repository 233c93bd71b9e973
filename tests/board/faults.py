#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Programs that cannot go on, on every board: each ends in a report and with a status, none hangs.

usage: faults.py --bin FOLDER [-j JOBS]        BOARD="names" tests only those
"""
import argparse
import pathlib
import shutil
import sys

import boards

HERE = pathlib.Path(__file__).resolve().parent
STATUS = 70  # of a program that has faulted

# An address where a board has nothing.
NOWHERE = {"rv32-virt": "0x19000000"}

# A CPU without a unit that protects memory (ARMv6-M) notices less, and says less of it: following NULL reads its flash.
PLAIN = {"armv6m-sf"}
UNSEEN = {"null", "interrupt"}

# name, what the program calls, what the report must say, and what it must say where memory is protected
CASES = [
    ("null", "faulty.write_at(0, 1)", [], ["memory fault", "in write_at", 'faulty.c"']),
    ("nowhere", "faulty.read_at({nowhere})", ["in read_at", 'faulty.c"'], ["fault"]),
    ("division", "faulty.divide(7, 0)", ["division by zero"], ["in divide", 'faulty.c"']),
    ("jump", "faulty.jump(0x30000001)", [], []),
    ("overflow", "faulty.deep(1000000)", [], ["stack overflow", 'faulty.c", line', "in deep"]),
    ("interrupt", "faulty.interrupt()", [], ["faulty.c", "read_null"]),
    ("thread", "in_thread()", [], ["stack overflow", "in deep"]),
]
PROGRAM = """import faulty
import threading
def in_thread():
    t = threading.Thread(target=faulty.deep, args=(1000000,))
    t.start()
    t.join()
def cause():
    {call}
print("begin")
cause()
print("end")
"""


def is_plain(board):
    return boards.facts(board)["tag"] in PLAIN


def check(tools, folder, board, case):
    name, call, always, guarded = case
    plain = is_plain(board)
    program = pathlib.Path(folder) / board / f"{name}.py"
    call = call.format(nowhere=NOWHERE.get(board, "0x30000000"))
    program.write_text(PROGRAM.format(call=call), encoding="utf-8")
    done = boards.run(tools, board, program.name, program.parent)
    wanted = ["begin", *always, *([] if plain else guarded)]
    if done.status == STATUS or not plain:
        wanted += ["Fault: "]
        if name not in ("thread", "interrupt"):
            wanted += [f'File "{name}.py", line 8, in cause']
    missing = [text for text in wanted if text not in done.text]
    good = not missing and done.status not in (0, 124) and (plain or done.status == STATUS)
    return good, f"{name} on {board}", f"status {done.status}, missing: {missing}\n{done.text}"


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--bin", required=True)
    parser.add_argument("-j", type=int, default=2)
    args = parser.parse_args()
    tap = boards.Tap()
    with boards.scratch() as folder:
        for board in boards.chips():
            (pathlib.Path(folder) / board).mkdir()
            shutil.copy(HERE / "faulty.c", pathlib.Path(folder) / board)
            cases = [case for case in CASES if not is_plain(board) or case[0] not in UNSEEN]
            # the first one compiles the natives, for the others too
            tap.say(*check(args.bin, folder, board, cases[0]))
            boards.each(tap, args.j, lambda case: check(args.bin, folder, board, case), cases[1:])
    return tap.end()


sys.exit(main())
