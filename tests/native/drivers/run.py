#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Builds and runs the programs beside this: drivers as they have always been written, on the simulated board.

A folder holds main.py with its driver, scene.json (what is connected) and expect.txt (what is printed, in virtual time). With
check.py the trace is looked at too: `check.py TRACE` prints what comes after the program's lines.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def run(command, folder):
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=120)
    return done.returncode, done.stdout, done.stderr


def problem_of(tools, name, board, keep):
    with tempfile.TemporaryDirectory() as temporary:
        folder = os.path.join(temporary, name)
        shutil.copytree(os.path.join(HERE, name), folder)
        native = os.path.join(tools, "zvm-native")
        status, out, err = run([native, "build", "-q", "--board", board, "main.py"], folder)
        if status:
            return out + err
        trace = os.path.join(temporary, "trace.vcd")
        status, out, err = run([native, "run", "-q", "--board", board, "--time=virtual", "--sim", "scene.json",
                                "--trace", trace, "main.py"], folder)
        checker = os.path.join(folder, "check.py")
        if not status and os.path.exists(checker):
            status, more, err = run([sys.executable, checker, trace], folder)
            out += more
        if keep:
            with open(os.path.join(HERE, name, "expect.txt"), "w", encoding="utf-8") as f:
                f.write(out)
        with open(os.path.join(folder, "expect.txt"), encoding="utf-8") as f:
            wanted = f.read()
        if out != wanted or err or status:
            return f"wanted:\n{wanted}got:\n{out}{err}status {status}"
    return ""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tools", default="build/host/bin", help="folder of zvm-native")
    parser.add_argument("--board", action="append", help="default: host, host32")
    parser.add_argument("--keep", action="store_true", help="write down what is printed as what is expected")
    parser.add_argument("names", nargs="*")
    args = parser.parse_args()
    tools = os.path.abspath(args.tools)
    names = args.names or sorted(n for n in os.listdir(HERE) if os.path.exists(os.path.join(HERE, n, "main.py")))
    count = failed = 0
    for board in args.board or ["host", "host32"]:
        for name in names:
            problem = problem_of(tools, name, board, args.keep)
            count += 1
            failed += bool(problem)
            print(f"{'not ok' if problem else 'ok'} {count} - {name} on {board}", flush=True)
            for line in problem.splitlines():
                print("# " + line)
    print(f"1..{count}")
    return failed != 0


sys.exit(main())
