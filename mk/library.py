#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints docs/guide/library.md: every module of sdk/python, from its docstring and its public names."""
import ast
import pathlib

LIBRARY = pathlib.Path(__file__).resolve().parent.parent / "sdk/python"

HEAD = """# Standard library

Made by `make docs` from the modules in `sdk/python`. Each folder has a README with examples. What a program does not use
is left out of it. `tests/lang/library` and `tests/sim` test them; where CPython has the module, its behaviour is the
measure.

| module | what | names |
|---|---|---|"""

TAIL = """
C sources for drivers to borrow are in [sdk/python/csrc](../../sdk/python/csrc/README.md)."""


def files():
    """The Python file of every module, by the name it is imported by."""
    for folder in sorted(LIBRARY.iterdir()):
        if (folder / f"{folder.name}.py").exists():
            yield folder.name, folder / f"{folder.name}.py"
        elif (folder / "__init__.py").exists():
            for path in sorted(folder.glob("*.py")):
                stem = path.stem
                yield folder.name if stem == "__init__" else f"{folder.name}.{stem}", path


def first_paragraph(text):
    return " ".join((text or "").split("\n\n")[0].split())


def public_names(tree):
    """Functions, classes and constants in the order of the file."""
    names = []
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.append(node.name)
        elif isinstance(node, ast.Assign):
            names += [t.id for t in node.targets if isinstance(t, ast.Name)]
    return [n for n in dict.fromkeys(names) if not n.startswith("_")]


def main():
    print(HEAD)
    for name, path in files():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        folder = path.parent.name
        names = " ".join(f"`{n}`" for n in public_names(tree))
        print(f"| [{name}](../../sdk/python/{folder}) | {first_paragraph(ast.get_docstring(tree))} | {names} |")
    print(TAIL)


main()
