#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Builds every C file of a folder as a driver, calls its natives test_… from Python, then runs the script of the same name.

The folder is this one unless --folder names another. NAME.json beside NAME.c is the scene that its board is wired by.

A script says what it prints: `# expect: text` (a line of standard output each, in order), `# expect-error: pattern` (the lines
of standard error, each a regular expression). Virtual time, so that waits cost nothing and timers are exact.

What not every chip has is said by `needs: …`, in a script's comment or behind a test's name: `host`, `texts` (of the VM's own
errors), `64 KB` of RAM.
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))


class Runner:
    def __init__(self, tools, tests, board):
        self.tools = tools
        self.tests = tests
        self.board = board
        # A chip's time is that of its instructions; its VM cannot be told to collect all the time.
        self.facts = self.chip_facts(os.path.join(ROOT, "boards", board))
        self.chip = self.facts is not None
        self.failed = 0
        self.count = 0

    @staticmethod
    def chip_facts(folder):
        """What a chip has, as (bytes of RAM, what it leaves out); None: it is none."""
        try:
            with open(os.path.join(folder, "board.mk"), encoding="utf-8") as f:
                without = re.findall(r"^WITHOUT = (.*)", f.read(), re.M)
        except OSError:
            return None
        with open(os.path.join(folder, "board.json"), encoding="utf-8") as f:
            memory = json.load(f)["memory"]
        return sum(part["size"] for part in memory if part["name"] == "ram"), " ".join(without).split()

    def lacks(self, text):
        """The first of the needs in a text that the board does not meet, or ""."""
        if not self.chip:
            return ""
        ram, without = self.facts
        for need in re.findall(r"needs: ([^\n*]*\w)", text):
            size = re.fullmatch(r"(\d+) KB", need)
            if need == "host" or need in without or size and int(size[1]) * 1024 > ram:
                return need
        return ""

    def report(self, name, problem):
        self.count += 1
        self.failed += bool(problem)
        print(f"{'not ok' if problem else 'ok'} {self.count} - {name}", flush=True)
        for line in problem.splitlines():
            print("# " + line)

    def tool(self, folder, *args, **env):
        return subprocess.run([os.path.join(self.tools, args[0]), *args[1:]], cwd=folder, capture_output=True, text=True,
                              env=dict(os.environ, **env), check=False)

    def zvm(self, folder, script, **env):
        scene = ["--sim", "scene.json"] if os.path.exists(os.path.join(folder, "scene.json")) else []
        time = ["--icount", "6,sleep=off"] if self.chip else ["--time=virtual"]
        return self.tool(folder, "zvm-native", "run", "-q", "--board", self.board, *time, *scene, script, **env)

    def script(self, folder, name, stress=False):
        """Runs NAME.py as it stands beside this."""
        with open(os.path.join(self.tests, name + ".py"), encoding="utf-8") as f:
            text = f.read()
        if self.lacks(text):
            self.report(f"{name}.py # SKIP it needs: {self.lacks(text)}", "")
            return
        shutil.copy(os.path.join(self.tests, name + ".py"), os.path.join(folder, "main.py"))
        done = self.zvm(folder, "main.py", **({"ZVM_GC_STRESS": "7"} if stress else {}))
        wanted = "".join(line + "\n" for line in re.findall(r"# expect: (.*)", text))
        errors = "".join(line + "\n" for line in re.findall(r"# expect-error: (.*)", text))
        problem = ""
        good = done.stdout == wanted and re.fullmatch(errors, done.stderr)
        if self.chip:  # has one line for both
            good = sorted(done.stdout.splitlines()) == sorted((wanted + errors).splitlines())
        if not good or done.returncode:
            problem = f"wanted:\n{wanted}{errors}got:\n{done.stdout}{done.stderr}status {done.returncode}"
        self.report(f"{name}.py{' collecting all the time' if stress else ''}", problem)

    def self_tests(self, folder, name, source):
        tests = [test for test, needs in re.findall(r"^C_NATIVE\((test_\w+)\)(.*)", source, re.M) if not self.lacks(needs)]
        with open(os.path.join(folder, "main.py"), "w", encoding="utf-8") as f:
            f.write(f"import {name}\n")
            for test in tests:
                f.write(f"try:\n    {name}.{test}()\n    print('ok {test}')\nexcept Exception as e:\n    print(type(e), e)\n")
        for env in ({},) if self.chip else ({}, {"ZVM_GC_STRESS": "1"}):
            done = self.zvm(folder, "main.py", **env)
            wanted = "".join(f"ok {test}\n" for test in tests)
            good = done.stdout == wanted and not done.returncode
            self.report(f"{name}.c: {len(tests)} self tests{' collecting all the time' if env else ''}",
                        "" if good else done.stdout + done.stderr)

    def driver(self, name):
        with open(os.path.join(self.tests, name + ".c"), encoding="utf-8") as f:
            source = f.read()
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(os.path.join(HERE, "expect.h"), folder)
            shutil.copy(os.path.join(self.tests, name + ".c"), folder)
            scene = os.path.join(self.tests, name + ".json")
            if os.path.exists(scene):
                shutil.copy(scene, os.path.join(folder, "scene.json"))
            done = self.tool(folder, "zvm-native", "build", "--board", self.board, name + ".c")
            self.report(f"{name}.c is built", "" if done.returncode == 0 else done.stdout + done.stderr)
            if done.returncode:
                return
            if "C_NATIVE(test_" in source:
                self.self_tests(folder, name, source)
            if os.path.exists(os.path.join(self.tests, name + ".py")):
                self.script(folder, name)
                if not self.chip:
                    self.script(folder, name, stress=True)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--bin", default=os.path.join(ROOT, "build/host/bin"))
    p.add_argument("--folder", default=HERE)
    p.add_argument("--board", default="host")
    p.add_argument("names", nargs="*")
    options = p.parse_args()
    r = Runner(os.path.abspath(options.bin), os.path.abspath(options.folder), options.board)
    files = sorted(os.listdir(r.tests))
    drivers = [f[:-2] for f in files if f.endswith(".c")]
    for name in drivers:
        if not options.names or name in options.names:
            r.driver(name)
    for name in (f[:-3] for f in files if f.endswith(".py") and f != "run.py"):
        if name not in drivers and (not options.names or name in options.names):
            with tempfile.TemporaryDirectory() as folder:
                r.script(folder, name)
    return r.failed != 0


sys.exit(main())
