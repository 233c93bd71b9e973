# SPDX-License-Identifier: MIT
"""A program on an emulated board, with hands on what surrounds the board.

    with Machine("ast1030-evb", "gpio.py") as m:
        m.wait("ready")                                 # a line of its console
        m.set("/machine/soc/gpio", "gpioA3", True)      # properties of device models, by QMP
        m.write(0x7E6E9010, 5)                          # words of the address space, by qtest
        assert m.end() == 0                             # its exit status

Time is counted in instructions, so that what the program does depends on nothing else than on what is done to it.
"""
import json
import os
import queue
import shutil
import socket
import subprocess
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
TOOL = os.path.join(TOP, "build", "host", "bin", "zvm-native")
ICOUNT = "5"
PATIENCE = 60


class Channel:
    """A unix socket of the emulator's that takes and gives lines."""

    def __init__(self, path):
        self.path = path
        self.file = None

    def connect(self):
        end = time.time() + PATIENCE
        while self.file is None:
            try:
                line = socket.socket(socket.AF_UNIX)
                line.connect(self.path)
                self.file = line.makefile("rw")
            except OSError:
                if time.time() > end:
                    raise
                time.sleep(0.02)

    def ask(self, text):
        self.file.write(text + "\n")
        self.file.flush()
        return self.file.readline()


class Machine:
    def __init__(self, board, program, *arguments, icount=ICOUNT):
        self.folder = tempfile.TemporaryDirectory()
        self.qmp = Channel(os.path.join(self.folder.name, "qmp"))
        self.qtest = Channel(os.path.join(self.folder.name, "qtest"))
        given = ["-qmp", f"unix:{self.qmp.path},server=on,wait=off", "-qtest", f"unix:{self.qtest.path},server=on,wait=off",
                 "-qtest-log", "none", "-accel", "tcg", *arguments]
        command = [TOOL, "run", self._copy(program), "--board", board]
        command += ["--icount", icount] if icount else []
        command += [f"--emulator={argument}" for argument in given]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                        text=True, cwd=TOP)
        self.lines = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.folder.cleanup()

    def _copy(self, program):
        """A copy of the program and of the C beside it that has its name, where what is built from them may stay."""
        path = os.path.join(HERE, program)
        for name in (path, os.path.splitext(path)[0] + ".c"):
            if os.path.exists(name):
                shutil.copy(name, self.folder.name)
        return os.path.join(self.folder.name, os.path.basename(path))

    def _listen(self):
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\r\n"))
        self.lines.put(None)

    # ---- the console ----

    def line(self):
        """The next line of its console; None: the program has ended."""
        return self.lines.get(timeout=PATIENCE)

    def wait(self, wanted):
        """The lines up to the one that begins so."""
        before = []
        while True:
            line = self.line()
            if line is None:
                raise AssertionError(f"'{wanted}' did not come: {before}")
            before.append(line)
            if line.startswith(wanted):
                return before

    def type(self, text):
        self.process.stdin.write(text)
        self.process.stdin.flush()

    def end(self):
        """Its exit status; what it said last is in self.rest."""
        self.rest = []
        while (line := self.line()) is not None:
            self.rest.append(line)
        return self.process.wait(timeout=PATIENCE)

    # ---- the board ----

    def command(self, name, **arguments):
        if self.qmp.file is None:
            self.qmp.connect()
            self.qmp.file.readline()
            self.qmp.ask('{"execute": "qmp_capabilities"}')
        answer = json.loads(self.qmp.ask(json.dumps({"execute": name, "arguments": arguments})))
        while "event" in answer:
            answer = json.loads(self.qmp.file.readline())
        if "error" in answer:
            raise AssertionError(answer["error"]["desc"])
        return answer["return"]

    def set(self, path, name, value):
        self.command("qom-set", path=path, property=name, value=value)

    def get(self, path, name):
        return self.command("qom-get", path=path, property=name)

    def find(self, kind, path="/machine"):
        """The paths of all device models of that kind."""
        found = []
        for item in self.command("qom-list", path=path):
            child = f"{path}/{item['name']}"
            if item["type"] == f"child<{kind}>":
                found.append(child)
            if item["type"].startswith("child<"):
                found += self.find(kind, child)
        return found

    def _test(self, text):
        if self.qtest.file is None:
            self.qtest.connect()
        answer = self.qtest.ask(text).split()
        if not answer or answer[0] != "OK":
            raise AssertionError(f"{text}: {answer}")
        return answer[1:]

    def read(self, address):
        return int(self._test(f"readl {address:#x}")[0], 0)

    def write(self, address, value):
        self._test(f"writel {address:#x} {value:#x}")

    def interrupt_in(self, path, pin, level):
        self._test(f"set_irq_in {path} unnamed-gpio-in {pin} {int(level)}")


# ---- tests ----

_count = 0


def check(name, good, *shown):
    """A line of TAP."""
    global _count
    _count += 1
    print(f"{'ok' if good else 'not ok'} {_count} - {name}")
    for value in () if good else shown:
        print(f"# {value!r}")


def done():
    print(f"1..{_count}")
