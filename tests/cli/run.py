#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the cases beside this file and compares the whole output: text, exit status, and the files that are left.

usage: run.py --bin FOLDER [--update] [NAME...]

A case is a text of sections, in a folder of its own while it runs:

    --- file PATH      its content follows
    --- run            shell lines; each one's output (both streams) and exit status are compared
    --- expect         what they print; the folder's name is written as TMP, that of the programs as BIN
    --- left           the files that are there afterwards and were not in the case: nothing half-written
    --- needs WORD...  programs, and boards whose VM is built (sdk/lib/BOARD): where one is missing, the case is skipped
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

CASES = pathlib.Path(__file__).resolve().parent / "cases"


def parse(text):
    """[(head, body)] of the sections; what stands before the first is the case's comment."""
    sections = [["", []]]
    for line in text.splitlines(keepends=True):
        if line.startswith("--- "):
            sections.append([line[4:].strip(), []])
        else:
            sections[-1][1].append(line)
    return [(head, "".join(body)) for head, body in sections]


def body(sections, wanted):
    return next((text for head, text in sections if head == wanted), "")


def execute(sections, folder, bin_folder):
    """(what was printed, the names of new files)."""
    before = set()
    for head, text in sections:
        if head.startswith("file "):
            path = folder / head[5:]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            before.add(head[5:])
            os.utime(path, (1e9, 1e9))  # older than every build
    env = dict(os.environ, PATH=f"{bin_folder}:{os.environ['PATH']}", LC_ALL="C.UTF-8", NO_COLOR="1")
    printed = ""
    for line in body(sections, "run").splitlines():
        done = subprocess.run(["sh", "-c", line], cwd=folder, env=env, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, timeout=60, check=False)
        printed += f"$ {line}\n" + done.stdout.decode("utf-8", "replace") + f"exit {done.returncode}\n"
    printed = printed.replace(str(folder), "TMP").replace(str(bin_folder), "BIN")
    after = {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}
    return printed, "".join(f"{name}\n" for name in sorted(after - before))


def missing(sections, bin_folder):
    """What of `needs` is not here."""
    lib = bin_folder.parents[2] / "sdk/lib"
    words = [word for head, _ in sections if head.startswith("needs ") for word in head.split()[1:]]
    return [word for word in words if not shutil.which(word) and not (lib / word / "core.a").exists()]


def difference(what, want, got):
    if want == got:
        return []
    return [f"# {what}, wanted:"] + [f"#   {l}" for l in want.splitlines()] + \
        [f"# {what}, got:"] + [f"#   {l}" for l in got.splitlines()]


def update(path, sections, printed, left):
    text = ""
    for head, content in sections:
        if head not in ("expect", "left"):
            text += (f"--- {head}\n" if head else "") + content
    path.write_text(text + "--- expect\n" + printed + "--- left\n" + left, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    passed = failed = 0
    for path in sorted(CASES.glob("*.test")):
        if options.names and path.stem not in options.names:
            continue
        sections = parse(path.read_text(encoding="utf-8"))
        lacks = missing(sections, pathlib.Path(options.bin).resolve())
        if lacks:
            passed += 1
            print(f"ok {passed + failed} - {path.stem} # SKIP without {' '.join(lacks)}")
            continue
        folder = pathlib.Path(tempfile.mkdtemp()).resolve()
        try:
            printed, left = execute(sections, folder, pathlib.Path(options.bin).resolve())
        finally:
            shutil.rmtree(folder)
        if options.update:
            update(path, sections, printed, left)
            continue
        problems = difference("output", body(sections, "expect"), printed) + \
            difference("files left", body(sections, "left"), left)
        passed += not problems
        failed += bool(problems)
        print(f"{'not ok' if problems else 'ok'} {passed + failed} - {path.stem}")
        if problems:
            print("\n".join(problems))
    print(f"# {passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
