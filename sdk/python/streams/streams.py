# SPDX-License-Identifier: MIT
"""Bytes that come and go one after the other: serial ports, files, resources, sockets."""


@c_native("_vbl_serial_init", ["serial.c"])
def _vbl_serial_init():
    pass


@c_native("_stream_text", [])
def _text(buffer, n):
    pass


@c_native("_stream_print_to", [])
def _print_to(stream):
    pass


STOP_ONE = 0
STOP_ONEHALF = 1
STOP_TWO = 2
PARITY_NONE = 0
PARITY_EVEN = 1
PARITY_ODD = 2
BITSIZE_8 = 0
BITSIZE_7 = 1


class stream:
    """
    What all streams have in common. A kind of its own defines _readbuf(buffer, size, ofs), which puts up to `size` bytes
    into the bytearray from `ofs` on and returns how many, 0 at the end, and write(data).
    """

    def _readbuf(self, buffer, size=1, ofs=0):
        raise UnsupportedError("this stream cannot be read")

    def _result(self, buffer, n):
        return _text(buffer, n)

    def write(self, data):
        raise UnsupportedError("this stream cannot be written")

    def read(self, size=1):
        """`size` bytes, fewer at the end, as a str."""
        buffer = bytearray(size)
        return self._result(buffer, self._readbuf(buffer, size, 0))

    def readline(self, end="\n", buffer=None, size=0):
        """
        Up to and including `end`, as a str. With a bytearray `buffer`, read into that, at most `size` or as much as it
        has room for, and the result is how many bytes.
        """
        end = end.encode() if isinstance(end, str) else end
        given = buffer is not None
        if not given:
            buffer = bytearray(64)
        limit = size if size > 0 else len(buffer) if given else -1
        n = 0
        while n != limit:
            if n == len(buffer):
                buffer.extend(bytearray(n))
            if self._readbuf(buffer, 1, n) < 1:
                break
            n += 1
            if buffer[n - 1] == end[-1] and buffer[max(n - len(end), 0):n] == end:
                break
        return n if given else self._result(buffer, n)

    def flush(self):
        pass

    def close(self):
        pass


class serial(stream):
    """
    A serial port. Unless told otherwise it becomes what print() writes to. `rxsize` and `txsize`: bytes of its buffers,
    0 for the port's own choice.
    """

    def __init__(self, drvname=0x700, baud=115200, stopbits=STOP_ONE, parity=PARITY_NONE, bitsize=BITSIZE_8,
                 set_default=True, rxsize=0, txsize=0):
        _vbl_serial_init()
        self.drvname = drvname
        self.drvid = drvname & 0xFF
        self.driver = __driver(drvname)
        self.driver.__ctl__(DRV_CMD_INIT, self.drvid, baud, parity, stopbits, bitsize, rxsize, txsize)
        if set_default:
            set_default_stream(self)

    def _readbuf(self, buffer, size=1, ofs=0):
        return self.driver.__ctl__(DRV_CMD_READ, self.drvid, buffer, size, ofs)

    def write(self, data):
        """Sends str or bytes; returns how many bytes."""
        return self.driver.__ctl__(DRV_CMD_WRITE, self.drvid, data)

    def available(self):
        """How many bytes wait to be read."""
        return self.driver.__ctl__(DRV_CMD_AVAILABLE, self.drvid)

    def close(self):
        if __builtins__.__default_stream is self:
            set_default_stream(None)
        self.driver.__ctl__(DRV_CMD_DONE, self.drvid)


def set_default_stream(stream):
    """print() writes there from now on; None: to the console."""
    __builtins__.__default_stream = stream
    _print_to(stream)


class SocketStream(stream):
    """A connected socket as a stream."""

    def __init__(self, sock):
        self.sock = sock

    def _readbuf(self, buffer, size=1, ofs=0):
        data = self.sock.recv(size)
        buffer[ofs:ofs + len(data)] = data
        return len(data)

    def write(self, data):
        return self.sock.sendall(data)

    def close(self):
        self.sock.close()


class FileStream(stream):
    """A file of the host. A mode with "b" reads bytes, else str; print(stream=…) writes to either."""

    def __init__(self, name, mode="rb"):
        self.binary = "b" in mode
        self.file = open(name, mode if self.binary else mode + "b")

    def _readbuf(self, buffer, size=1, ofs=0):
        data = self.file.read(size)
        buffer[ofs:ofs + len(data)] = data
        return len(data)

    def _result(self, buffer, n):
        return bytes(buffer[:n]) if self.binary else _text(buffer, n)

    def read(self, size=-1):
        data = self.file.read(size)
        return data if self.binary else _text(data, len(data))

    def write(self, data):
        return self.file.write(data.encode() if isinstance(data, str) else data)

    def seek(self, offset, whence=0):
        return self.file.seek(offset, whence)

    def tell(self):
        return self.file.tell()

    def close(self):
        self.file.close()


class ResourceStream(stream):
    """A file that new_resource() has put into the program: read(), readline(), seek(), len(), an index or a slice."""

    def __init__(self, name):
        self.data = __resource(name[11:] if name.startswith("resource://") else name)
        if self.data is None:
            raise FileNotFoundError("the program has no resource '%s'" % name)
        self.at = 0

    def _readbuf(self, buffer, size=1, ofs=0):
        data = self.data[self.at:self.at + size]
        buffer[ofs:ofs + len(data)] = data
        self.at += len(data)
        return len(data)

    def _result(self, buffer, n):
        return bytes(buffer[:n])

    def read(self, size=-1):
        end = self.at + size if size >= 0 else len(self.data)
        data = self.data[self.at:end]
        self.at += len(data)
        return data

    def seek(self, offset, whence=0):
        start = 0 if whence == 0 else self.at if whence == 1 else len(self.data)
        self.at = min(max(start + offset, 0), len(self.data))
        return self.at

    def tell(self):
        return self.at

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return self.data[index]


def __open(file, mode="r"):
    """The open() of a program that has resources."""
    if isinstance(file, str) and file.startswith("resource://"):
        return ResourceStream(file)
    return open(file, mode)
