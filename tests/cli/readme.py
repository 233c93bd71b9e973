#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Types the commands of the documents' `console` blocks and compares what they print.

usage: readme.py --bin FOLDER FILE.md...
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile


def steps(block):
    """[(command, what it prints)]"""
    found = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append([line[2:], ""])
        else:
            found[-1][1] += line + "\n"
    return found


def run(bin_folder, block):
    """None, or what differs."""
    env = dict(os.environ, PATH=f"{bin_folder}:{os.environ['PATH']}", LC_ALL="C")
    with tempfile.TemporaryDirectory() as folder:
        for command, wanted in steps(block):
            if command.startswith("cd "):
                folder_now = pathlib.Path(env.get("HERE", folder)) / command[3:]
                env["HERE"] = str(folder_now)
                continue
            done = subprocess.run(["sh", "-c", command], cwd=env.get("HERE", folder), env=env, text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
            if done.stdout != wanted:
                return f"$ {command}\nwanted:\n{wanted}got:\n{done.stdout}"
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    failed = 0
    for name in options.files:
        text = pathlib.Path(name).read_text(encoding="utf-8")
        for number, block in enumerate(re.findall(r"^```console\n(.*?)^```", text, re.M | re.S), 1):
            problem = run(pathlib.Path(options.bin).resolve(), block)
            failed += problem is not None
            print(f"{'not ok' if problem else 'ok'} - {name}, commands of block {number}")
            if problem:
                print("\n".join("# " + line for line in problem.splitlines()))
    return 1 if failed else 0


sys.exit(main())
