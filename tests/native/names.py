#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks that every name of names.tsv exists and has a test that uses it; prints a TAP line for each that does not.

A name in C (type, macro, function, constant, variable) must compile from zerynth.h, with all warnings; a function or
variable that is not a macro must be in exports.def, too. A name in Python (builtin, exception, constant, module, or
`module.name`; their section begins with PY or they are of a Python kind) must run. The test must be there and hold the name as a
word. With --page the reference docs/guide/names.md is written to standard output instead.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
TABLE = os.path.join(HERE, "names.tsv")
SDK = os.path.join(ROOT, "sdk/include")

# All that a driver includes; the second is only for debugging.
HEADERS = ("zerynth.h", "zerynth_debug.h")

# One line of C for each kind: the compiler's line numbers say which names fail.
USES = {
    "type": "extern {name} *use_{line};",
    "macro": "#ifndef {name}\n#error {name}\n#endif",
    "function": "void *use_{line}(void); void *use_{line}(void) {{ return (void *)&{name}; }}",
    "constant": "void use_{line}(void); void use_{line}(void) {{ (void)({name}); }}",
    "variable": "void use_{line}(void); void use_{line}(void) {{ (void)({name}); }}",
}
IN_PYTHON = ("builtin", "exception", "module")


class Row:
    def __init__(self, number, fields):
        self.number = number
        self.name, self.kind, self.section, self.test = fields
        self.python = self.kind in IN_PYTHON or self.section.startswith("PY")


def read_table(path=TABLE):
    rows, problems = [], []
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            fields = line.rstrip("\n").split("\t")
            if line.startswith("#") or not line.strip():
                continue
            if len(fields) != 4 or fields[1] not in (*USES, *IN_PYTHON):
                problems.append(f"names.tsv:{number}: wants name, kind, section, test: {line.strip()}")
            else:
                rows.append(Row(number, fields))
    where = {}
    for row in rows:
        first = where.setdefault((row.name, row.kind, row.python), row.number)
        if first != row.number:
            problems.append(f"names.tsv:{row.number}: {row.name} stands on line {first} already")
    return rows, problems


# ---- in C ----

def compile_names(kind, names, compiler):
    """The names that do not compile, with what the compiler says."""
    lines, owner = [f'#include "{header}"' for header in HEADERS], {}
    for name in names:
        first = len(lines) + 1
        lines += USES[kind].format(name=name, line=first).split("\n")
        owner.update({n: name for n in range(first, len(lines) + 1)})
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "names.c")
        with open(source, "w", encoding="utf-8") as f:
            f.write("\n".join(lines) + "\n")
        done = subprocess.run([*compiler, "-std=c99", "-Wall", "-Werror", "-fmax-errors=0", "-DZN_CLASSIC", "-I", SDK,
                               "-fsyntax-only", source], capture_output=True, text=True, check=False)
    failed = {}
    for number, text in re.findall(r"names\.c:(\d+):.*?error: (.*)", done.stderr):
        failed.setdefault(owner.get(int(number), "zerynth.h"), f"{kind}: {text}")
    if done.returncode and not failed:
        failed["zerynth.h"] = done.stderr
    return failed


def exported():
    with open(os.path.join(SDK, "exports.def"), encoding="utf-8") as f:
        return {name: since for name, since in re.findall(r"^EXPORT(?:_C)?\(\d+, (\w+), ([\d.]+)", f.read(), re.M)}


def check_c(rows, compiler):
    failed, exports = {}, exported()
    for kind in USES:
        names = [row.name for row in rows if row.kind == kind and not row.python]
        failed.update(compile_names(kind, names, compiler))
        if kind == "function":
            failed.update({n: "is not in exports.def" for n in names if n not in exports and n not in failed})
    return failed


def check_numbers():
    """pnames.h has the names of the specification (up to 337) with the numbers of names.def."""
    with open(os.path.join(SDK, "pnames.h"), encoding="utf-8") as f:
        ours = {name: int(number) for name, number in re.findall(r"NAME_(\w+) = (\d+)", f.read())}
    with open(os.path.join(ROOT, "vm/format/names.def"), encoding="utf-8") as f:
        rows = re.findall(r"^(?:NAME|EXCEPTION)\((\d+), (\w+)", f.read(), re.M)
    wanted = {name: int(number) for number, name in rows if int(number) <= 337}
    return {f"NAME_{name}": "pnames.h and names.def differ" for name, _ in set(ours.items()) ^ set(wanted.items())}


# ---- in Python ----

def check_python(rows, zvm):
    """Every name is a program of its own: one that is missing is an error of the compiler."""
    failed = {}
    with tempfile.TemporaryDirectory() as folder:
        for row in rows:
            if not row.python:
                continue
            module = row.name if row.kind == "module" else row.name.rpartition(".")[0]
            source = os.path.join(folder, "use_name.py")
            with open(source, "w", encoding="utf-8") as f:
                f.write((f"import {module}\n" if module else "") + f"found = {row.name}\n")
            done = subprocess.run([zvm, source], capture_output=True, text=True, check=False)
            if done.returncode:
                failed[row.name] = (done.stdout + done.stderr).strip().split("\n")[0]
    return failed


# ---- tests ----

def check_tests(rows):
    failed, texts = {}, {}
    for row in rows:
        path = os.path.join(ROOT, row.test)
        if row.test not in texts:
            try:
                with open(path, encoding="utf-8") as f:
                    texts[row.test] = set(re.findall(r"\w+", f.read()))
            except OSError:
                texts[row.test] = None
        words = texts[row.test]
        if words is None:
            failed[row.name] = f"its test {row.test} is not there"
        elif row.name.rpartition(".")[2] not in words:
            failed[row.name] = f"{row.test} does not mention it"
    return failed


def check(options):
    rows, problems = read_table()
    found = [check_c(rows, options.cc.split()), check_numbers(), check_python(rows, os.path.abspath(options.zvm)), check_tests(rows)]
    for problem in problems:
        print(f"not ok - {problem}")
    bad = {}
    for failed in found:
        for name, why in failed.items():
            bad.setdefault(name, why)
    for name, why in bad.items():
        print(f"not ok - {name}: {why}")
    for section in sorted({row.section for row in rows}):
        names = [row.name for row in rows if row.section == section]
        good = sum(name not in bad for name in names)
        print(f"{'ok' if good == len(names) else 'not ok'} - {section}: {good} of {len(names)} names exist and are tested")
    return bool(bad or problems)


# ---- the page ----

def comment_text(text):
    """First sentence of a comment, without its marks."""
    text = re.sub(r"^\s*(/\*+|\*/|\*|//+)\s?|\s*\*/\s*$", "", text, flags=re.M)
    text = re.sub(r"\s+", " ", text).strip().strip("- ")
    end = re.search(r"[.;:](\s|$)", text)
    text = text[:end.start()] if end else text
    return text.replace("|", "\\|")


# How a header declares a name: a macro, a type, the end of a struct, an enumerator, a variable or a function.
DECLARED = re.compile(r"^\s*#\s*define (\w+)|^typedef\b.*?(\w+)(?:, \w+)*;|^typedef\b.*\(\*(\w+)\)|^} (\w+);"
                      r"|^    (\w+)(?: = [^;]*)?,?$|^extern .*?(\w+)[;\[]|^[A-Za-z].*?(\w+)\(")


def declared(code):
    """The names that a line of a header declares."""
    m = DECLARED.match(code)
    names = [g for g in m.groups() if g] if m else []
    if code.startswith("typedef") and names and "(" not in code:
        names = re.findall(r"\w+", code.rpartition(" " + names[0])[1] + code.rpartition(" " + names[0])[2])
    return names


def describe(header, text, found):
    """For each name that the header declares: the header, and the comment behind it on its line or else above it."""
    above, open_comment = "", None
    for line in text.split("\n"):
        stripped = line.strip()
        if open_comment is not None or stripped.startswith("/*"):
            open_comment = (open_comment or "") + line + "\n"
            if "*/" in line:
                above, open_comment = ("" if stripped.startswith("/* ----") else open_comment), None
            continue
        if not stripped:
            above = ""
            continue
        behind = re.search(r"/\*+ ?(.*?)\*/", line)
        code = (line[:behind.start()] if behind else line).rstrip()
        for name in declared(code):
            found.setdefault(name, (header, comment_text(behind.group(0) if behind else above)))


def page():
    rows, _ = read_table()
    found = {}
    headers = sorted(n for n in os.listdir(SDK) if n.endswith(".h"))
    for header in headers:
        with open(os.path.join(SDK, header), encoding="utf-8") as f:
            describe(header, f.read(), found)
    exports = exported()
    print("# Every name\n\nMade by `make docs` from `exports.def`, the headers of `sdk/include` and `tests/native/names.tsv`: each "
          "name of the\nspecification, where it is declared, and the test that uses it. `since` is the version of the ABI for "
          "what a native\nlinks against.")
    section = None
    for row in sorted(rows, key=lambda r: (r.section, r.number)):
        if row.section != section:
            section = row.section
            print(f"\n## {section}\n\n| name | kind | header | what | since | test |\n|---|---|---|---|---|---|")
        header, text = ("", "") if row.python else found.get(row.name, ("", ""))
        test = os.path.relpath(os.path.join(ROOT, row.test), os.path.join(ROOT, "tests"))
        print(f"| `{row.name}` | {row.kind} | {header} | {text} | {exports.get(row.name, '')} | {test} |")


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--zvm", default=os.path.join(ROOT, "build/host/bin/zvm"))
    p.add_argument("--cc", default="gcc", help="compiler and flags")
    p.add_argument("--page", action="store_true", help="print docs/guide/names.md")
    options = p.parse_args()
    if options.page:
        page()
        return 0
    return check(options)


sys.exit(main())
