#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""parse_oracle.py PROGRAM [FILE.py…] -- our parser against python3's.

PROGRAM is the built parse_test. Every snippet of parse_cases/, or every FILE given, goes to both parsers. Both must
accept it and build the same tree, or both refuse it at the same line. Output is TAP.
"""
import ast
import os
import re
import subprocess
import sys
import tempfile
import warnings

UNSUPPORTED = "unsupported"
HERE = os.path.dirname(os.path.abspath(__file__))
UNARY = {"Not": "not", "UAdd": "+", "USub": "-", "Invert": "~"}
BINARY = {"Add": "+", "Sub": "-", "Mult": "*", "MatMult": "@", "Div": "/", "FloorDiv": "//", "Mod": "%", "Pow": "**",
          "LShift": "<<", "RShift": ">>", "BitOr": "|", "BitXor": "^", "BitAnd": "&"}
COMPARE = {"Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Is": "is", "IsNot": "is not",
           "In": "in", "NotIn": "not in"}


class Dump:
    """python3's tree in the words of ast_dump()."""

    def __init__(self, source):
        self.lines = source.split("\n")

    def opt(self, node):
        return "-" if node is None else self.expr(node)

    def text(self, data):
        return '"' + "".join(chr(b) if 32 <= b < 127 and b not in b'"\\' else f"\\x{b:02x}" for b in data) + '"'

    def constant(self, node):
        value = node.value
        if value is None or isinstance(value, bool):
            return f"({value})"
        if value is ...:
            return "(Ellipsis)"
        if isinstance(value, int):
            return self.integer(node, value)
        if isinstance(value, float):
            return f"(Float {value:.17g})"
        if isinstance(value, bytes):
            return f"(Bytes {self.text(value)})"
        return f"(Str {self.text(value.encode('utf-8', 'surrogatepass'))})"

    def integer(self, node, value):
        line = self.lines[node.lineno - 1].encode()[node.col_offset:node.end_col_offset].decode()
        for prefix, base, form in (("0x", 16, "x"), ("0o", 8, "o"), ("0b", 2, "b")):
            if line.lower().startswith(prefix):
                return f"(Int {value:{form}} base {base})"
        return f"(Int {value})"

    def joined(self, node):
        """Without fields an f-string is a Str; adjacent constants are one, empty ones nothing."""
        parts, text = [], b""
        for value in node.values:
            if isinstance(value, ast.Constant):
                text += value.value.encode("utf-8", "surrogatepass")
                continue
            parts += [f"(Str {self.text(text)})"] * bool(text)
            text = b""
            parts.append(self.expr(value))
        if not parts:
            return None, text
        return parts + [f"(Str {self.text(text)})"] * bool(text), None

    def params(self, a):
        out, plain = [], a.posonlyargs + a.args
        defaults = [None] * (len(plain) - len(a.defaults)) + a.defaults
        rows = list(zip(plain, defaults))
        for i, (arg, default) in enumerate(rows):
            out += ["/"] * (i == len(a.posonlyargs) and i > 0)
            out.append(self.param(arg, default))
        out += ["/"] * (0 < len(plain) == len(a.posonlyargs))
        if a.vararg:
            out.append("*" + self.param(a.vararg))
        elif a.kwonlyargs:
            out.append("*")
        out += [self.param(arg, default) for arg, default in zip(a.kwonlyargs, a.kw_defaults)]
        if a.kwarg:
            out.append("**" + self.param(a.kwarg))
        return "(params" + "".join(" " + o for o in out) + ")"

    def param(self, arg, default=None):
        text = arg.arg
        if arg.annotation:
            text += ":" + self.expr(arg.annotation)
        return text + ("=" + self.expr(default) if default else "")

    def keywords(self, keywords):
        return "".join(f" {k.arg}={self.expr(k.value)}" if k.arg else f" **{self.expr(k.value)}" for k in keywords)

    def comps(self, generators):
        return "".join(f" (for {self.expr(g.target)} {self.expr(g.iter)}{self.all(g.ifs)})" for g in generators)

    def all(self, nodes):
        return "".join(" " + self.opt(n) for n in nodes)

    def expr(self, n):
        kind = type(n).__name__
        ctx = {"Store": ".store", "Del": ".del"}.get(type(getattr(n, "ctx", None)).__name__, "")
        if kind == "Constant":
            return self.constant(n)
        if kind == "JoinedStr":
            parts, text = self.joined(n)
            return f"(Str {self.text(text)})" if parts is None else f"(JoinedStr{''.join(' ' + p for p in parts)})"
        if kind == "FormattedValue":
            text = f"(FormattedValue {self.expr(n.value)}" + (f" !{chr(n.conversion)}" if n.conversion > 0 else "")
            return text + (f" {self.spec(n.format_spec)}" if n.format_spec else "") + ")"
        if kind == "BoolOp":
            return f"({type(n.op).__name__}{self.all(n.values)})"
        if kind == "UnaryOp":
            return f"(UnaryOp '{UNARY[type(n.op).__name__]}' {self.expr(n.operand)})"
        if kind == "BinOp":
            return f"(BinOp {self.expr(n.left)} '{BINARY[type(n.op).__name__]}' {self.expr(n.right)})"
        if kind == "Compare":
            pairs = zip(n.ops, n.comparators)
            return f"(Compare {self.expr(n.left)}" + "".join(
                f" '{COMPARE[type(op).__name__]}' {self.expr(right)}" for op, right in pairs) + ")"
        body = {
            "Name": lambda: f" {n.id}",
            "Attribute": lambda: f" {self.expr(n.value)} {n.attr}",
            "Subscript": lambda: f" {self.expr(n.value)} {self.expr(n.slice)}",
            "Slice": lambda: self.all([n.lower, n.upper, n.step]),
            "Starred": lambda: f" {self.expr(n.value)}",
            "Tuple": lambda: self.all(n.elts),
            "List": lambda: self.all(n.elts),
            "Set": lambda: self.all(n.elts),
            "Dict": lambda: "".join(f" {self.opt(k)} {self.expr(v)}" for k, v in zip(n.keys, n.values)),
            "Call": lambda: f" {self.expr(n.func)}{self.all(n.args)}{self.keywords(n.keywords)}",
            "IfExp": lambda: self.all([n.test, n.body, n.orelse]),
            "Lambda": lambda: f" {self.params(n.args)} {self.expr(n.body)}",
            "NamedExpr": lambda: self.all([n.target, n.value]),
            "ListComp": lambda: f" {self.expr(n.elt)}{self.comps(n.generators)}",
            "SetComp": lambda: f" {self.expr(n.elt)}{self.comps(n.generators)}",
            "GeneratorExp": lambda: f" {self.expr(n.elt)}{self.comps(n.generators)}",
            "DictComp": lambda: f" {self.expr(n.key)} {self.expr(n.value)}{self.comps(n.generators)}",
            "Yield": lambda: " " + self.opt(n.value),
            "YieldFrom": lambda: " " + self.expr(n.value),
        }[kind]()
        return f"({kind}{ctx}{body})"

    def spec(self, node):
        parts, text = self.joined(node)
        if parts is None:
            parts = [f"(Str {self.text(text)})"] * bool(text)
        return f"(JoinedStr{''.join(' ' + p for p in parts)})"

    def block(self, label, body, indent):
        if not body:
            return ""
        pad = "\n" + "  " * (indent + 1)
        return f"{pad}({label}" + "".join(f"{pad}  {self.stmt(s, indent + 2)}" for s in body) + ")"

    def aliases(self, names):
        return "".join(f" {a.name}" + (f":{a.asname}" if a.asname else "") for a in names)

    def handlers(self, n, star, indent):
        text = ""
        for h in n.handlers:
            text += "\n" + "  " * (indent + 1) + f"(except{star} {self.opt(h.type)}" + (f" {h.name}" if h.name else "")
            text += self.block("body", h.body, indent + 1) + ")"
        return text

    def is_generator(self, node):
        todo = list(node.body)
        while todo:
            n = todo.pop()
            if isinstance(n, (ast.Yield, ast.YieldFrom)):
                return True
            if isinstance(n, (ast.FunctionDef, ast.ClassDef)):
                todo += n.decorator_list
            elif not isinstance(n, ast.Lambda):
                todo += ast.iter_child_nodes(n)
        return False

    def stmt(self, n, indent):
        kind = type(n).__name__
        name = "Try" if kind == "TryStar" else kind
        decorators = "".join(f" @{self.expr(d)}" for d in getattr(n, "decorator_list", []))
        body = {
            "Pass": lambda: "", "Break": lambda: "", "Continue": lambda: "",
            "Expr": lambda: " " + self.expr(n.value),
            "Return": lambda: " " + self.opt(n.value),
            "Assign": lambda: f"{self.all(n.targets)} {self.expr(n.value)}",
            "AugAssign": lambda: f" {self.expr(n.target)} '{BINARY[type(n.op).__name__]}' {self.expr(n.value)}",
            "AnnAssign": lambda: self.all([n.target, n.annotation, n.value]),
            "Delete": lambda: self.all(n.targets),
            "Raise": lambda: self.all([n.exc, n.cause]),
            "Assert": lambda: self.all([n.test, n.msg]),
            "Global": lambda: "".join(" " + name for name in n.names),
            "Nonlocal": lambda: "".join(" " + name for name in n.names),
            "Import": lambda: self.aliases(n.names),
            "ImportFrom": lambda: f" {n.level} {n.module or '-'}{self.aliases(n.names)}",
            "If": lambda: f" {self.expr(n.test)}{self.bodies(n, indent)}",
            "While": lambda: f" {self.expr(n.test)}{self.bodies(n, indent)}",
            "For": lambda: f" {self.expr(n.target)} {self.expr(n.iter)}{self.bodies(n, indent)}",
            "Try": lambda: self.block("body", n.body, indent)
            + self.handlers(n, "*" if kind == "TryStar" else "", indent)
            + self.block("else", n.orelse, indent) + self.block("finally", n.finalbody, indent),
            "With": lambda: "".join(f" {self.expr(i.context_expr)} {self.opt(i.optional_vars)}" for i in n.items)
            + self.block("body", n.body, indent),
            "FunctionDef": lambda: f" {n.name}{' generator' * self.is_generator(n)}{decorators} {self.params(n.args)}"
            + (f" -> {self.expr(n.returns)}" if n.returns else "") + self.block("body", n.body, indent),
            "ClassDef": lambda: f" {n.name}{decorators}{self.all(n.bases)}{self.keywords(n.keywords)}"
            + self.block("body", n.body, indent),
        }[name]()
        return f"({name}{body})"

    def bodies(self, n, indent):
        return self.block("body", n.body, indent) + self.block("else", n.orelse, indent)


def oracle(source):
    """(tree, None), or (None, line of the error)."""
    try:
        compile(source, "case", "exec", dont_inherit=True)
        return ast.parse(source), None
    except SyntaxError as e:
        return None, e.lineno or 1


def dump(tree, source):
    text = source.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    writer = Dump(text)
    return "".join(writer.stmt(s, 0) + "\n" for s in tree.body)


def ours(program, path):
    run = subprocess.run([program, "--dump", path], capture_output=True, timeout=60)
    if run.returncode == 0:
        return run.stdout.decode(), None
    found = re.search(rb":(\d+):\d+: error: ", run.stderr)
    if run.returncode != 1 or not found:
        return None, f"status {run.returncode}: {run.stderr[-2000:].decode(errors='replace')}"
    if b"[unsupported-syntax]" in run.stderr:
        return None, UNSUPPORTED
    return None, int(found.group(1))


def first_difference(a, b):
    for x, y in zip(a.split("\n"), b.split("\n")):
        if x != y:
            at = len(os.path.commonprefix([x, y]))
            return f"ours {x[max(0, at - 60):at + 60]!r}, python {y[max(0, at - 60):at + 60]!r}"
    return "one is longer"


def compare(program, source, path):
    """What is different, or None."""
    tree, line = oracle(source)
    got, got_line = ours(program, path)
    if got_line == UNSUPPORTED:
        return None if tree else f"unsupported here, python: line {line}"
    if tree is None:
        return None if got_line == line else f"error at line {got_line or '-'}, python: line {line}"
    if got is None:
        return f"error at line {got_line}, python accepts it"
    want = dump(tree, source)
    return None if got == want else first_difference(got, want)


def cases():
    """Snippets of parse_cases/*.txt, with lines of three dashes between them."""
    folder = os.path.join(HERE, "parse_cases")
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as f:
            parts = re.split(rb"^---\n", f.read(), flags=re.M)
        for i, part in enumerate(parts):
            if part:
                yield f"{name}:{i} {part.splitlines()[0].decode(errors='replace')}", part


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(10000)
    program, files = sys.argv[1], sys.argv[2:]
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "case.py")
        for name, source in [(f, None) for f in files] or cases():
            if source is None:
                with open(name, "rb") as f:
                    source = f.read()
            with open(path, "wb") as f:
                f.write(source)
            problem = compare(program, source, path)
            passed += problem is None
            failed += problem is not None
            if problem or not files:
                print(f"{'not ok' if problem else 'ok'} {passed + failed} - {name}")
            if problem:
                print(f"# {problem}")
    print(f"1..{passed + failed}\n# {passed} passed, {failed} failed")
    return failed > 0


sys.exit(main())
