# SPDX-License-Identifier: MIT
"""Python's side of a program in gdb: `py-bt` prints where the Python code is, as a traceback does.

`zvm-native debug` sources this file and says zvm_image("NAME.zimg"): the image with its line tables, which a chip does not
have. The VM itself is read by its debug info, so it works for every board. Without --board, in a native that Python called:

    (gdb) py-bt
    Python frames (most recent call last):
      File "main.py", line 4, in f
        crash.peek(0)
"""
import struct

import gdb

HEADER = struct.Struct("<IIIIQBBH21I")  # vm/format/image.h: image_header_t
FIELDS = ("magic fingerprint length crc link_base word_bytes reserved resources ncodes codes nconsts consts nnatives natives "
          "nclasses classes nmodules modules nexcs excs nnames names nneeds needs nglobals debug debug_len nrelocs relocs").split()
MAGIC = 0x474D495A
CODE_QUALNAME, CODE_MODULE, CODE_START, CODE_INDEX = 22, 2, 16, 20  # offsets in image_code_t
NONE = 0xFFFF


class Image:
    """The parts of an image that say where its code comes from."""

    def __init__(self, data):
        self.data = data
        self.header = dict(zip(FIELDS, HEADER.unpack_from(data, 0)))
        if self.header["magic"] != MAGIC:
            raise gdb.GdbError("this is no image of a program")

    def number(self, at, form="<I"):
        return struct.unpack_from(form, self.data, at)[0]

    def text(self, at):
        return self.data[at:self.data.index(b"\0", at)].decode("utf-8", "replace")

    def function(self, index):
        """The name of a code: of its qualified name, which is a constant, the last part."""
        head = self.header
        code = self.number(head["codes"] + 4 * index)
        module = self.number(code + CODE_MODULE, "<H")
        if self.number(head["modules"] + 12 * module + 2, "<H") == index:
            return "<module>"
        row = self.number(code + CODE_QUALNAME, "<H")
        if row == NONE:
            return "?"
        word = head["word_bytes"]
        at = self.number(head["consts"] + word * row, "<Q" if word == 8 else "<I") - head["link_base"]
        name = self.data[at + 8:at + 8 + self.number(at)].decode("utf-8", "replace")
        return name.rsplit(".", 1)[-1]

    def place(self, index, pc):
        """(file, line), or None without line tables."""
        if not self.header["debug"]:
            return None
        lines = self.number(self.number(self.header["debug"]) + 4 * index)
        file, line, _, rows = struct.unpack_from("<IIII", self.data, lines)
        for i in range(rows):
            at, start = struct.unpack_from("<IH", self.data, lines + 16 + 8 * i)
            if start > pc:
                break
            line = at
        return self.text(file), line


image_file = None


def zvm_image(path):
    """Where the program's image with line tables is."""
    global image_file
    image_file = path


def load_image():
    """That file; else what the VM has in its memory."""
    if image_file:
        with open(image_file, "rb") as f:
            return Image(f.read())
    header = gdb.parse_and_eval("vm")["header"]
    if not int(header):
        raise gdb.GdbError("the VM runs no program yet")
    return Image(bytes(gdb.selected_inferior().read_memory(int(header), int(header["length"]))))


def running_ip():
    """The bytecode that the innermost frame is at, when the exec loop itself is what runs; or None."""
    try:
        frame = gdb.newest_frame()
        if frame.name() == "exec_run":
            return int(frame.read_var("ip"))
    except (gdb.error, ValueError):
        pass
    return None


def frames():
    """(code index, offset) of each Python frame, innermost first."""
    thread = gdb.parse_and_eval("vm")["current"]
    frame = thread["frame"] if int(thread) else thread
    ip = running_ip()
    while int(frame):
        code = int(frame["code"])
        memory = gdb.selected_inferior().read_memory(code, 24).tobytes()
        start, index = struct.unpack_from("<H", memory, CODE_START)[0], struct.unpack_from("<H", memory, CODE_INDEX)[0]
        pc = (int(frame["ip"]) if ip is None else ip) - code - start
        yield index, max(pc - 1, 0)
        frame, ip = frame["prev"], None


def source_line(file, line):
    try:
        with open(file, encoding="utf-8") as f:
            return f.read().splitlines()[line - 1].strip()
    except (OSError, IndexError):
        return ""


class PythonBacktrace(gdb.Command):
    """Print where the Python code of the running thread is, the most recent call last."""

    def __init__(self):
        super().__init__("py-bt", gdb.COMMAND_STACK)

    def invoke(self, argument, from_tty):
        try:
            found = list(frames())
        except gdb.error as error:
            raise gdb.GdbError(f"the VM has no debug info here: {error}")
        if not found:
            print("no Python code is running")
            return
        image = load_image()
        print("Python frames (most recent call last):")
        for index, pc in reversed(found):
            place = image.place(index, pc)
            name = image.function(index)
            if place is None:
                print(f"  code {index}, offset {pc}, in {name}")
                continue
            print(f'  File "{place[0]}", line {place[1]}, in {name}')
            text = source_line(*place)
            if text:
                print(f"    {text}")


PythonBacktrace()
# What the kernel of the host board preempts with.
gdb.execute("handle SIGURG nostop noprint pass", to_string=True)
