#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs every script of tests/lang with zvm and with python3, which must agree.

usage: run.py --zvm PATH [--python PYTHON] [-j N] [NAME...]

Standard output, exit status and, of an uncaught exception, the last line of standard error are compared. A script may
instead say itself what it prints, for what python3 does not have:

    print(1 << 2)      # expect: 4

With a first line `# oracle: none` python3 is not run. Files whose name begins with `_`, and all in folders below a
topic, are modules for others to import. NAME is a topic, a script's name without .py, or topic/script.
"""
import argparse
import concurrent.futures
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
TIME_LIMIT = 30


def scripts(names):
    """All scripts, or those that were named."""
    for path in sorted(HERE.glob("*/*.py")):
        topic, stem = path.parent.name, path.stem
        if stem.startswith("_"):
            continue
        if not names or topic in names or stem in names or f"{topic}/{stem}" in names:
            yield path


def run(command, path):
    """Output, exit status and last line of stderr."""
    try:
        done = subprocess.run([command, path.name], cwd=path.parent, capture_output=True, timeout=TIME_LIMIT,
                              stdin=subprocess.DEVNULL, check=False)
    except subprocess.TimeoutExpired:
        return "", "time limit", ""
    errors = done.stderr.decode("utf-8", "replace").strip().splitlines()
    last = errors[-1] if errors and done.returncode else ""
    return done.stdout.decode("utf-8", "replace"), done.returncode, last


def expected(text):
    """What the script's comments say it prints, or None without any."""
    lines = re.findall(r"# expect: ?(.*)$", text, re.MULTILINE)
    return "".join(line + "\n" for line in lines) if lines else None


def first_difference(got, want):
    got, want = got.splitlines(), want.splitlines()
    for number, (a, b) in enumerate(zip(got + [""] * len(want), want + [""] * len(got)), 1):
        if a != b:
            return f"line {number} of the output is {a!r}, wanted {b!r}"
    return "the outputs differ in their line ends"


def check(path, options):
    """None, or what is wrong."""
    text = path.read_text(encoding="utf-8")
    out, status, error = run(options.zvm, path)
    wants = []
    if expected(text) is not None:
        wants.append((expected(text), 0, ""))
    if not text.startswith("# oracle: none"):
        wants.append(run(options.python, path))
    for want_out, want_status, want_error in wants:
        if status != want_status:
            return f"exit status {status}, wanted {want_status}: {error}"
        if out != want_out:
            return first_difference(out, want_out)
        if error != want_error:
            return f"it ends with {error!r}, wanted {want_error!r}"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--zvm", required=True)
    parser.add_argument("--python", default="python3")
    parser.add_argument("-j", type=int, default=2)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    options.zvm = str(pathlib.Path(options.zvm).resolve())
    paths = list(scripts(options.names))
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        results = pool.map(lambda path: check(path, options), paths)
        for number, (path, wrong) in enumerate(zip(paths, results), 1):
            failed += wrong is not None
            print(f"{'not ok' if wrong else 'ok'} {number} - {path.parent.name}/{path.stem}")
            if wrong:
                print(f"# {wrong}")
    print(f"1..{len(paths)}")
    print(f"{len(paths) - failed} passed, {failed} failed")
    return 1 if failed or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
