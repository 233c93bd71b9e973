#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Damages images of programs, makes their checksum right again, and runs them with a sanitized zvm.

usage: image.py --zvm PATH [--runs N] [--seed N] [-j N] [--keep DIR] [SCRIPT...]

The verifier must refuse such an image, or it runs without a memory error to whatever end; one that does not end is
stopped. The same seed gives the same images. With --keep, images that found something stay in DIR.
"""
import argparse
import concurrent.futures
import os
import pathlib
import random
import struct
import subprocess
import sys
import tempfile
import zlib

HERE = pathlib.Path(__file__).resolve().parent
LANG = HERE.parent / "lang"
CHOSEN = """calls/star_mix classes/operators closures/shared comp/generator containers/dict_ops exc/finally_flow
expr/slices gen/yield_from import/package loops/targets memory/survive strings/fstring unpack/star
with/multiple""".split()
CRC_AT = 12     # image_header.crc
CODES_AT = 32   # .codes: a table of offsets of the code objects
CONSTS_AT = 40  # .consts: what comes after them
HEADER = 120
IN_CODE = 0.6   # of the changes
TIME_LIMIT = 2
INTERESTING = (0, 1, 2, 3, 4, 7, 8, 15, 16, 127, 128, 254, 255)
BAD = (b"Sanitizer", b"runtime error")


def compiled(zvm, script, folder):
    out = pathlib.Path(folder, script.replace("/", "_") + ".zimg")
    subprocess.run([zvm, "compile", "--strip", "-o", out, LANG / f"{script}.py"], check=True)
    return out.read_bytes()


def place(data, rng):
    """Where to change something: in the code objects, in the tables and constants, or in the header."""
    first, = struct.unpack_from("<I", data, struct.unpack_from("<I", data, CODES_AT)[0])
    consts, = struct.unpack_from("<I", data, CONSTS_AT)
    if rng.random() < IN_CODE:
        return rng.randrange(first, consts)
    return rng.randrange(16 if rng.random() < 0.1 else HEADER, len(data) - 8)


def damage(image, rng):
    """A copy with one to four changes: a byte, two bytes that look like a number, a place copied over another."""
    data = bytearray(image)
    places = [place(image, rng) for _ in range(rng.choice((1, 1, 1, 2, 4)))]
    for at in places:
        kind = rng.randrange(5)
        if kind == 0:
            data[at] = rng.randrange(256)
        elif kind == 1:
            data[at] = rng.choice(INTERESTING)
        elif kind == 2:
            data[at] ^= 1 << rng.randrange(8)
        elif kind == 3:
            struct.pack_into("<H", data, at & ~1, rng.choice((0, 1, 0x7FFF, 0x8000, 0xFFFF, rng.randrange(512))))
        else:
            n, source = rng.choice((1, 2, 4, 8)), rng.randrange(HEADER, len(data) - 8)
            data[at:at + n] = data[source:source + n]
    struct.pack_into("<I", data, CRC_AT, 0)
    struct.pack_into("<I", data, CRC_AT, zlib.crc32(data))
    return bytes(data)


def run(zvm, path):
    """None, or what went wrong."""
    env = dict(os.environ, ASAN_OPTIONS="detect_leaks=0", UBSAN_OPTIONS="print_stacktrace=1")
    try:
        done = subprocess.run([zvm, "--heap", "8m", path.name], cwd=path.parent, env=env, capture_output=True,
                              timeout=TIME_LIMIT, stdin=subprocess.DEVNULL, check=False)
    except subprocess.TimeoutExpired:
        return None
    if done.returncode >= 0 and not any(text in done.stderr for text in BAD):
        return None
    lines = done.stderr.decode("utf-8", "replace").splitlines()
    found = [line for line in lines if "ERROR: " in line or "runtime error" in line or line.lstrip().startswith("#")]
    return "\n# ".join([f"status {done.returncode}", *(found or lines)[:8]])


def one(options, folder, images, number):
    name, image = images[number % len(images)]
    path = pathlib.Path(folder, f"{number}.zimg")
    path.write_bytes(damage(image, random.Random(options.seed * 1000003 + number)))
    wrong = run(options.zvm, path)
    if wrong and options.keep:
        os.makedirs(options.keep, exist_ok=True)
        path.rename(pathlib.Path(options.keep, f"{options.seed}_{number}.zimg"))
    else:
        path.unlink()
    return name, number, wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--zvm", required=True)
    parser.add_argument("--runs", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-j", type=int, default=2)
    parser.add_argument("--keep")
    parser.add_argument("scripts", nargs="*")
    options = parser.parse_args()
    options.zvm = str(pathlib.Path(options.zvm).resolve())
    failures = {}
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        images = [(script, compiled(options.zvm, script, folder)) for script in options.scripts or CHOSEN]
        for name, number, wrong in pool.map(lambda n: one(options, folder, images, n), range(options.runs)):
            failures.setdefault(name, []).extend([f"{options.seed}_{number}: {wrong}"] if wrong else [])
    failed = sum(bool(found) for found in failures.values())
    for number, (name, found) in enumerate(failures.items(), 1):
        print(f"{'not ok' if found else 'ok'} {number} - damaged {name}")
        for wrong in found:
            print(f"# {wrong}")
    print(f"1..{len(failures)}")
    print(f"{len(failures) - failed} passed, {failed} failed")
    return 1 if failed or not failures else 0


if __name__ == "__main__":
    sys.exit(main())
