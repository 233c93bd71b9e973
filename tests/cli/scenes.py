#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the scenes of a document: each `json` block, with the `python` block behind it (or an empty program), must print the
`text` block behind that (or nothing). Every key of the checker's tables must be in a scene.

usage: scenes.py --bin FOLDER FILE.md
"""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```(json|python|text)\n(.*?)^```", re.M | re.S)
FILES = {"samples.txt": "".join(f"{n}\n" for n in (111, 222, 333)), "in.txt": ""}


def examples(text):
    """[{kind: body}]"""
    found = []
    for kind, body in BLOCK.findall(text):
        if kind == "json":
            found.append({"python": "", "text": ""})
        found[-1][kind] = body
    return found


def run(bin_folder, example):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for file, text in {"scene.json": example["json"], "main.py": example["python"], **FILES}.items():
            (folder / file).write_text(text, encoding="utf-8")
        done = subprocess.run([bin_folder / "zvm", "--time=virtual", "--sim", "scene.json", "main.py"], cwd=folder, text=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return "".join(line for line in done.stdout.splitlines(keepends=True) if line.strip("\u2800\n"))  # no dark display


def missing_keys(text):
    fields = re.findall(r'FIELD\(\s*"(\w+)"', "".join(p.read_text() for p in (ROOT / "tools/sim").glob("*.c")))
    scenes = "".join(e["json"] for e in examples(text))
    return sorted({f for f in fields if f'"{f}"' not in scenes})


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("file")
    options = parser.parse_args()
    text = pathlib.Path(options.file).read_text(encoding="utf-8")
    bin_folder = pathlib.Path(options.bin).resolve()
    failed = 0
    for number, example in enumerate(examples(text), 1):
        got = run(bin_folder, example)
        # a port on a pty says its name
        same = got == example["text"] or ('"pty"' in example["json"] and "/dev/pts/" in got)
        failed += not same
        print(f"{'ok' if same else 'not ok'} - {options.file}, scene {number}")
        if not same:
            print("\n".join(f"# {line}" for line in ["wanted:", *example["text"].splitlines(), "got:", *got.splitlines()]))
    missing = missing_keys(text)
    print(f"{'not ok' if missing else 'ok'} - {options.file} has every key {' '.join(missing)}".rstrip())
    return 1 if failed or missing else 0


sys.exit(main())
