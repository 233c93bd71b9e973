#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs zvm-gen over the cases beside this file and compares every output whole.

NAME/NAME.c with its golden files (NAME.glue_format.c, NAME.glue_inline.c, .py, .pyi, .md, .symbols.json); bad/NAME.c
with NAME.err; with --zvm-native also NAME/main.py against NAME/expect.txt for both glues. `--update` rewrites goldens.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
WARNINGS = ["-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-O2", "-fsyntax-only"]
GLUES = ("format", "inline")
GOLDENS = {"_glue.c": ".glue_%s.c", ".py": ".golden.py", ".pyi": ".pyi", ".md": ".md", ".symbols.json": ".symbols.json"}


class Runner:
    def __init__(self, options):
        self.options = options
        self.passed = self.failed = 0

    def report(self, name, problem):
        ok = not problem
        self.passed += ok
        self.failed += not ok
        print(f"{'ok' if ok else 'not ok'} {self.passed + self.failed} - {name}", flush=True)
        if problem:
            print("\n".join("# " + line for line in problem.splitlines()))

    def gen(self, folder, out, *args):
        env = dict(os.environ, ZVM_SDK=self.options.sdk)
        return subprocess.run([self.options.gen, "--out", out, *args], cwd=folder, env=env, capture_output=True,
                              text=True)

    def compare(self, golden, text):
        if self.options.update:
            with open(golden, "w") as f:
                f.write(text)
            return ""
        return self.differs(golden, text)

    @staticmethod
    def differs(golden, text):
        if not os.path.exists(golden):
            return f"{golden} is missing: --update makes it"
        with open(golden) as f:
            wanted = f.read()
        if wanted == text:
            return ""
        with tempfile.NamedTemporaryFile("w", suffix=os.path.basename(golden)) as got:
            got.write(text)
            got.flush()
            return subprocess.run(["diff", "-u", golden, got.name], capture_output=True, text=True).stdout

    def compile(self, path):
        for cc in ("gcc", "clang"):
            if shutil.which(cc):
                done = subprocess.run([cc, *WARNINGS, "-I", self.options.sdk, path], capture_output=True, text=True)
                if done.returncode:
                    return f"{cc} refuses it:\n{done.stderr}"
        return ""

    def good(self, name):
        folder = os.path.join(HERE, name)
        for glue in GLUES:
            with tempfile.TemporaryDirectory() as out:
                # a result left unset is None, which some cases are about
                done = self.gen(folder, out, f"--glue={glue}", "--allow", "native-result", f"{name}.c")
                self.report(f"{name}: {glue} glue is made without a word",
                            done.stdout + done.stderr + ("" if done.returncode == 0 else "failed"))
                if done.returncode:
                    continue
                self.report(f"{name}: {glue} glue compiles as pedantic C99",
                            self.compile(os.path.join(out, f"{name}_glue.c")))
                self.report(f"{name}: fuzz harness compiles", self.compile(os.path.join(out, f"{name}_fuzz.c")))
                for suffix, golden in GOLDENS.items():
                    with open(os.path.join(out, name + suffix)) as f:
                        text = f.read()
                    path = os.path.join(folder, name + (golden % glue if "%" in golden else golden))
                    if "%" in golden or glue == "format":
                        self.report(f"{name}: {os.path.basename(path)}", self.compare(path, text))

    def bad(self, name):
        """bad/NAME.err for bad/NAME.c; NAME.strict.err for the same with --strict."""
        folder = os.path.join(HERE, "bad")
        sources = [name.removesuffix(".strict") + ".c"]
        flags = ["--strict"] if name.endswith(".strict") else []
        with tempfile.TemporaryDirectory() as out:
            done = self.gen(folder, os.path.join(out, "o"), *flags, *sources)
            text = done.stdout + done.stderr + f"exit {done.returncode}\n"
            self.report(f"bad/{name}: diagnostics", self.compare(os.path.join(folder, name + ".err"), text))
            written = os.path.exists(os.path.join(out, "o")) and done.returncode != 0
            self.report(f"bad/{name}: nothing is written", "there are files" if written else "")

    def check(self, name, condition, text=""):
        self.report(f"command line: {name}", "" if condition else text or "no")

    def lints(self, work):
        with open(os.path.join(work, "classic.c"), "w") as f:
            f.write('#include "zerynth.h"\nC_NATIVE(_half)\n{\n    NATIVE_UNWARN();\n    return ERR_OK;\n}\n'
                    'C_NATIVE(_pair)\n{\n    int32_t a, b;\n    NATIVE_UNWARN();\n    *res = MAKE_NONE();\n'
                    '    return parse_py_args("iI", nargs, args, &a, 1, &b) == 2 ? ERR_OK : ERR_TYPE_EXC;\n}\n'
                    'C_NATIVE(_one_by_one)\n{\n    int32_t a, b;\n    PARSE_PY_INT(a);\n    PARSE_PY_INT(b);\n'
                    '    *res = PSMALLINT_NEW(a + b);\n    return ERR_OK;\n}\n'
                    'C_NATIVE(_count)\n{\n    *res = PSMALLINT_NEW(nargs);\n    return ERR_OK;\n}\n')
        done = self.gen(work, "c", "--allow", "native-result", "classic.c")
        self.check("--allow silences a lint", "native-result" not in done.stderr and done.returncode == 0, done.stderr)
        done = self.gen(work, "c", "--allow", "native-results", "classic.c")
        self.check("--allow knows the lints", done.returncode == 1 and done.stderr ==
                   "zvm-gen: error: no lint is called 'native-results' [usage]\n  hint: did you mean 'native-result'?\n",
                   done.stderr)
        with open(os.path.join(work, "bound.tsv"), "w") as f:
            f.write("_pair\t3\t3\t0\tmain.py\t4\n_hafl\t0\t0\t0\tmain.py\t7\n"
                    "_one_by_one\t2\t2\t0\tmain.py\t9\n_count\t2\t1\t0\tmain.py\t11\n")
        done = self.gen(work, "b", "--allow", "native-result", "--bound", "bound.tsv", "classic.c")
        self.report("command line: --bound compares both sides", self.differs(os.path.join(HERE, "bound.err"), done.stderr))

    def command_line(self):
        with tempfile.TemporaryDirectory() as work:
            source = os.path.join(work, "two.c")
            with open(source, "w") as f:
                f.write('#include "zn_native.h"\nC_NATIVE_MODULE(pair);\nC_NATIVE_FN() int one(int x);\n')
            with open(os.path.join(work, "more.c"), "w") as f:
                f.write('#include "zn_native.h"\nC_NATIVE_FN() int more(int x ZN_DEFAULT(N));\n')
            done = self.gen(work, "o", "two.c", "more.c", "-DN=5")
            self.check("two sources are one module", done.returncode == 0, done.stderr)
            with open(os.path.join(work, "o/pair.py")) as f:
                self.check("-D reaches the defaults", "def more(x=5):" in f.read())
            self.check("six files are written", len(os.listdir(os.path.join(work, "o"))) == 6)
            old = os.stat(os.path.join(work, "o/pair_glue.c")).st_mtime_ns
            self.gen(work, "o", "two.c", "more.c", "-DN=5")
            self.check("what is the same is left alone", os.stat(os.path.join(work, "o/pair_glue.c")).st_mtime_ns == old)
            self.gen(work, "o", "--module", "other", "two.c")
            self.lints(work)
            self.check("--module names it", os.path.exists(os.path.join(work, "o/other.pyi")))
            done = self.gen(work, "o", "two.c", "more.c")
            with open(os.path.join(work, "o/pair.py")) as f:
                self.check("an error leaves the old files", done.returncode == 1 and "x=5" in f.read(), done.stderr)
            done = self.gen(work, "o", "--json", "two.c", "more.c")
            rows = [json.loads(line) for line in done.stdout.splitlines()]
            self.check("--json says the same as data", len(rows) == 1 and "native-default" in str(rows[0]), done.stdout)
            self.check("an unknown option: exit 2", self.gen(work, "o", "--sources", "two.c").returncode == 2)
            self.check("no source: exit 2", self.gen(work, "o").returncode == 2)
            self.check("a missing source: exit 1", self.gen(work, "o", "three.c").returncode == 1)
            self.check("a folder that cannot be made: exit 1", self.gen(work, "two.c/o", "two.c").returncode == 1)
            bare = self.gen(work, "m3", "--target=thumbv7m-none-eabi", "two.c")
            with open(os.path.join(work, "m3/pair_glue.c")) as f:
                self.check("--target: 4-byte pointers", "pointer_is_4" in f.read(), bare.stderr)

    def run(self, name):
        for glue in GLUES:
            with tempfile.TemporaryDirectory() as work:
                for file in (f"{name}.c", "main.py"):
                    shutil.copy(os.path.join(HERE, name, file), work)
                build = subprocess.run([self.options.zvm_native, "build", f"--glue={glue}", f"{name}.c"], cwd=work,
                                       capture_output=True, text=True)
                done = subprocess.run([self.options.zvm_native, "run", "-q", f"--glue={glue}", "main.py"], cwd=work, capture_output=True,
                                      text=True)
                text = "" if build.returncode == 0 else build.stdout + build.stderr
                self.report(f"{name}: runs with {glue} glue",
                            text or self.differs(os.path.join(HERE, name, "expect.txt"), done.stdout + done.stderr))


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--gen", default=os.path.join(ROOT, "build/host/bin/zvm-gen"))
    p.add_argument("--sdk", default=os.path.join(ROOT, "sdk/include"))
    p.add_argument("--zvm-native", help="also build and run main.py with this")
    p.add_argument("--update", action="store_true", help="write the goldens from what comes out now")
    p.add_argument("names", nargs="*")
    r = Runner(p.parse_args())
    r.options.gen = os.path.abspath(r.options.gen)
    r.options.sdk = os.path.abspath(r.options.sdk)
    r.options.zvm_native = r.options.zvm_native and os.path.abspath(r.options.zvm_native)
    cases = sorted(n for n in os.listdir(HERE) if os.path.exists(os.path.join(HERE, n, n + ".c")))
    wanted = r.options.names
    for name in cases:
        if not wanted or name in wanted:
            r.good(name)
            if r.options.zvm_native:
                r.run(name)
    if not wanted:
        r.command_line()
    bad = os.listdir(os.path.join(HERE, "bad"))
    bad = sorted({f[:-2] for f in bad if f.endswith(".c")} | {f[:-4] for f in bad if f.endswith(".strict.err")})
    for name in bad:
        if not wanted or name in wanted:
            r.bad(name)
    print(f"{r.passed} passed, {r.failed} failed")
    return r.failed != 0


if __name__ == "__main__":
    sys.exit(main())
