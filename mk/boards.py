#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the tables of docs/guide/boards.md: the boards, and which sections of the VHAL each has.

usage: boards.py [--check]        --check compares and says so as TAP

The page's own text stays; a table is what stands between its two marker lines.
"""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/guide/boards.md"
COMMON = ROOT / "vm/vhal/common"
UNSUPPORTED = re.compile(r"^UNSUPPORTED\((\w+)", re.M)


def boards():
    """Every board.json, hosts first; one that is like another takes the other's rest."""
    found = {}
    for path in sorted((ROOT / "boards").glob("*/board.json")):
        found[path.parent.name] = json.loads(path.read_text(encoding="utf-8"))
    for board in found.values():
        for key, value in found.get(board.get("like"), {}).items():
            board.setdefault(key, value)
    return sorted(found.values(), key=lambda b: ("compiler" in b, b["name"]))


def size(board, name):
    memory = next((m["size"] for m in board.get("memory", []) if m["name"] == name), None)
    if memory is None:
        return ""
    return f"{memory >> 20} MB" if memory % (1 << 20) == 0 else f"{memory >> 10} KB"


def boards_table():
    yield "| board | what | machine | flash | RAM | packages of Debian 12 |"
    yield "|---|---|---|---|---|---|"
    for b in boards():
        packages = b.get("packages", {})
        names = packages.get("compiler", ["gcc-multilib"] if "like" in b else ["gcc"]) + packages.get("emulator", [])
        yield f"| [{b['name']}](../../boards/{b['name']}/README.md) | {b['summary']} | `{b['tag']}` | " \
              f"{size(b, 'flash')} | {size(b, 'ram')} | {' '.join(names)} |"


def sections():
    """Section → its functions, of the files that stand for a section that a family lacks."""
    for path in sorted(COMMON.glob("unsupported_*.c")):
        yield path.stem.removeprefix("unsupported_"), UNSUPPORTED.findall(path.read_text(encoding="utf-8"))


def has(family):
    """The sections that a family says it has."""
    text = (ROOT / "vm/vhal" / family / "module.mk").read_text(encoding="utf-8")
    return re.search(r"^VHAL_HAS\s*=(.*)$", text, re.M)[1].split()


def vhal_table():
    families = {}
    for b in boards():
        families.setdefault(b["family"], []).append(b["name"])
    yield "| section | " + " | ".join(", ".join(names) for names in families.values()) + " | functions |"
    yield "|---" * (len(families) + 2) + "|"
    for section, functions in sections():
        cells = ["yes" if section in has(family) else "–" for family in families]
        yield f"| {section} | {' | '.join(cells)} | {', '.join(functions)} |"


def replace(text, name, lines):
    begin, end = f"<!-- {name}: made by make docs -->\n", f"<!-- end of {name} -->"
    head, rest = text.split(begin)
    return head + begin + "\n".join(lines) + "\n" + rest[rest.index(end):]


def main():
    old = PAGE.read_text(encoding="utf-8")
    new = replace(replace(old, "boards", boards_table()), "vhal", vhal_table())
    if sys.argv[1:] == ["--check"]:
        name = PAGE.relative_to(ROOT)
        print(f"ok - {name}" if new == old else f"not ok - {name} is stale: make docs")
    elif new != old:
        PAGE.write_text(new, encoding="utf-8")


main()
