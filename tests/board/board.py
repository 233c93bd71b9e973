# SPDX-License-Identifier: MIT
"""A board in the emulator, its inputs driven and its outputs observed from outside.

    with Board("lm3s6965evb", "gpio.py", "-device", "tmp105,address=0x48") as b:
        b.expect("ready")                       # a line of the console
        b.qom_set(b.find("tmp105")[0], "temperature", 21500)
        b.set_irq(b.find("pl061_luminary")[1], 4, 1)
        b.say("go on")                          # a line to the console

The program is Python beside the test, linked by `zvm-native build --firmware`. QEMU's monitor (QMP), its qtest protocol
and the serial lines are sockets of a temporary folder.
"""
import json
import os
import select
import shutil
import socket
import subprocess
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PATIENCE = 30


class Failed(Exception):
    """What a test expected did not come."""


class Line:
    """A socket that QEMU connects to: a serial line, the monitor, qtest."""

    def __init__(self, folder, name):
        self.path = os.path.join(folder, name)
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(self.path)
        self.listener.listen(1)
        self.socket = None
        self.buffer = b""

    def accept(self):
        self.listener.settimeout(PATIENCE)
        self.socket = self.listener.accept()[0]

    def send(self, data):
        self.socket.sendall(data)

    def receive(self, deadline):
        """More bytes into the buffer; False when it is too late or the line is closed."""
        ready = select.select([self.socket], [], [], max(0, deadline - time.monotonic()))[0]
        data = self.socket.recv(65536) if ready else b""
        self.buffer += data
        return bool(data)

    def read_line(self, patience=PATIENCE):
        deadline = time.monotonic() + patience
        while b"\n" not in self.buffer:
            if not self.receive(deadline):
                raise Failed(f"no line came, but {self.buffer!r}")
        line, self.buffer = self.buffer.split(b"\n", 1)
        return line.decode("utf-8", "replace").rstrip("\r")

    def read(self, count, patience=PATIENCE):
        deadline = time.monotonic() + patience
        while len(self.buffer) < count:
            if not self.receive(deadline):
                raise Failed(f"not {count} bytes came, but {self.buffer!r}")
        data, self.buffer = self.buffer[:count], self.buffer[count:]
        return data

    def close(self):
        for s in (self.listener, self.socket):
            if s:
                s.close()


def load_json(name):
    with open(os.path.join(ROOT, "boards", name, "board.json"), encoding="utf-8") as f:
        return json.load(f)


def build(name, program, folder, modules=()):
    """The firmware of a program in Python; `modules` are sources in C beside it."""
    tool = os.path.join(ROOT, "build/host/bin/zvm-native")
    elf = os.path.join(folder, "firmware.elf")
    shutil.copy(program, os.path.join(folder, "main.py"))
    for source in modules:
        shutil.copy(source, folder)
    done = subprocess.run([tool, "build", "-q", "--board", name, "--firmware", "-o", elf, "main.py"],
                          cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise Failed(done.stdout + done.stderr)
    return elf


class Board:
    """A running emulator; `arguments` are more of QEMU's. icount None: in real time."""

    def __init__(self, name, program, *arguments, serials=1, icount="5", modules=(), elf=None):
        self.name = name
        self.log = []
        self.temporary = tempfile.TemporaryDirectory()
        folder = self.temporary.name
        self.lines = {n: Line(folder, n) for n in ["qmp", "qtest"] + [f"serial{i}" for i in range(serials)]}
        elf = elf or build(name, program, folder, modules)
        command = load_json(name)["emulator"] + [
            "-nodefaults", "-display", "none", "-semihosting-config", "enable=on,target=native", "-kernel", elf,
            "-qmp", "unix:" + self.lines["qmp"].path, "-qtest", "unix:" + self.lines["qtest"].path, "-qtest-log", "none",
            "-accel", "tcg"]
        for i in range(serials):
            command += ["-serial", "unix:" + self.lines[f"serial{i}"].path]
        command += ["-icount", f"shift={icount}"] if icount else []
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(command + list(arguments), stdin=subprocess.DEVNULL, stderr=self.errors)
        for line in self.lines.values():
            line.accept()
        self.lines["qmp"].read_line()
        self.qmp("qmp_capabilities")

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.close()

    def close(self):
        self.process.kill()
        self.process.wait()
        for line in self.lines.values():
            line.close()
        self.errors.close()
        self.temporary.cleanup()

    # ---- the console and other lines

    def expect(self, text, patience=PATIENCE):
        """The next line of the console that begins with the text."""
        while True:
            line = self.lines["serial0"].read_line(patience)
            self.log.append(line)
            if line.startswith(text):
                return line
            if line.startswith(("Traceback", "@F", "@T")):
                self.log += self.rest()
                raise Failed("the program has failed")

    def rest(self):
        """The lines that still come within a second."""
        lines = []
        try:
            while True:
                lines.append(self.lines["serial0"].read_line(1))
        except Failed:
            return lines

    def say(self, text):
        self.lines["serial0"].send(text.encode() + b"\n")

    def error_text(self):
        """What the emulator and its devices have printed."""
        self.errors.seek(0)
        return self.errors.read().decode("utf-8", "replace")

    # ---- the monitor

    def qmp(self, command, **arguments):
        self.lines["qmp"].send(json.dumps({"execute": command, "arguments": arguments}).encode() + b"\n")
        while True:
            answer = json.loads(self.lines["qmp"].read_line())
            if "error" in answer:
                raise Failed(answer["error"]["desc"])
            if "return" in answer:
                return answer["return"]

    def wait_event(self, name, patience=PATIENCE):
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            answer = json.loads(self.lines["qmp"].read_line(patience))
            if answer.get("event") == name:
                return answer
        raise Failed(f"no event {name}")

    def monitor(self, line):
        return self.qmp("human-monitor-command", **{"command-line": line})

    def qom_set(self, path, name, value):
        self.qmp("qom-set", path=path, property=name, value=value)

    def qom_get(self, path, name):
        return self.qmp("qom-get", path=path, property=name)

    def find(self, kind):
        """The paths of all devices of a type, in the order in which they were made."""
        found = []
        for at in ("/machine/unattached", "/machine/peripheral-anon", "/machine/soc", "/machine"):
            try:
                children = self.qmp("qom-list", path=at)
            except Failed:
                continue
            found += [f"{at}/{c['name']}" for c in children if c["type"] == f"child<{kind}>"]
        return sorted(found, key=lambda path: (len(path), path))

    def screendump(self, path):
        self.qmp("screendump", filename=path, format="png")

    def press(self, key):
        self.monitor(f"sendkey {key}")

    # ---- qtest

    def qtest(self, line):
        self.lines["qtest"].send(line.encode() + b"\n")
        while True:
            answer = self.lines["qtest"].read_line()
            if answer.startswith("OK"):
                return answer[3:]
            if answer.startswith(("FAIL", "ERR")):
                raise Failed(answer)

    def set_irq(self, path, number, level, name="unnamed-gpio-in"):
        self.qtest(f"set_irq_in {path} {name} {number} {level}")

    def read_word(self, address):
        return int(self.qtest(f"readl {address:#x}"), 16)

    def write_word(self, address, value):
        self.qtest(f"writel {address:#x} {value:#x}")
