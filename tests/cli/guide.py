#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Builds and runs the examples of a document: a `c` block that includes zerynth.h, the `python` blocks behind it, and the
`text` block that they print. A `python` block that begins with `# NAME.py` is that file; the C source is called like it,
or like its C_NATIVE_MODULE.

usage: guide.py --bin FOLDER FILE.md...
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```(c|python|text)\n(.*?)^```", re.M | re.S)


def examples(text):
    """[(C source, {name: module}, program, what it prints)]"""
    found = []
    for kind, body in BLOCK.findall(text):
        name = re.match(r"# (\w+)\.py\n", body)
        if kind == "c" and "#include" in body:
            found.append([body, {}, None, None])
        elif kind == "python" and found and name:
            found[-1][1][name[1]] = body
        elif kind == "python" and found and not found[-1][2]:
            found[-1][2] = body
        elif kind == "text" and found and found[-1][3] is None:
            found[-1][3] = body
    return found


def run(bin_folder, source, modules, program, wanted):
    """What differs, or ''."""
    if program is None or wanted is None:
        return "a driver without a program and its output"
    named = re.search(r"C_NATIVE_MODULE\((\w+)", source)
    name = named[1] if named else next(iter(modules), "driver")
    env = dict(os.environ, PATH=f"{bin_folder}:{os.environ['PATH']}", LC_ALL="C")
    with tempfile.TemporaryDirectory() as folder:
        for file, text in {f"{name}.c": source, "main.py": program,
                           **{f"{m}.py": t for m, t in modules.items()}}.items():
            (pathlib.Path(folder) / file).write_text(text, encoding="utf-8")
        done = subprocess.run(["zvm-native", "run", "--quiet", "main.py"], cwd=folder, env=env, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return "" if done.stdout == wanted else f"wanted:\n{wanted}got:\n{done.stdout}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    failed = 0
    for name in options.files:
        found = examples(pathlib.Path(name).read_text(encoding="utf-8"))
        for number, example in enumerate(found, 1):
            problem = run(pathlib.Path(options.bin).resolve(), *example)
            failed += bool(problem)
            print(f"{'not ok' if problem else 'ok'} - {name}, example {number}")
            if problem:
                print("\n".join("# " + line for line in problem.splitlines()))
        if not found:
            failed += 1
            print(f"not ok - {name} has examples")
    return 1 if failed else 0


sys.exit(main())
