# SPDX-License-Identifier: MIT
"""A piece of the chip's flash as a stream and as a sequence of bytes."""
import streams


def place():
    """Where the chip's flash begins, and how many bytes it has."""
    return __flash_place()


class FlashFileStream(streams.stream):
    """
    `size` bytes of flash from address `start`, of which a copy in RAM is read and written; flush() and close() put it
    back, when it has changed. The sectors of the flash that it lies in are erased then, so begin at one and leave
    nothing else in the last one.
    """

    def __init__(self, start, size):
        self.start = start
        self.size = size
        self.data = bytearray(__read_flash(start, size))
        self.at = 0
        self.changed = False

    def _readbuf(self, buffer, size=1, ofs=0):
        part = self.data[self.at:self.at + size]
        buffer[ofs:ofs + len(part)] = part
        self.at += len(part)
        return len(part)

    def _result(self, buffer, n):
        return bytes(buffer[:n])

    def write(self, data):
        """Writes bytes or a str where the stream stands; returns how many bytes found room."""
        if isinstance(data, str):
            data = data.encode()
        n = min(len(data), self.size - self.at)
        self.data[self.at:self.at + n] = data[:n]
        self.at += n
        self.changed = self.changed or n > 0
        return n

    def read_int(self):
        """The 32-bit number, least significant byte first, where the stream stands."""
        part = self.data[self.at:self.at + 4]
        if len(part) < 4:
            raise IndexError("no four bytes are left")
        self.at += 4
        return part[0] | part[1] << 8 | part[2] << 16 | part[3] << 24

    def seek(self, offset, whence=0):
        """Stands at an offset from the start (0), from here (1) or from the end (2); returns where."""
        base = 0 if whence == 0 else self.at if whence == 1 else self.size
        self.at = min(max(base + offset, 0), self.size)
        return self.at

    def tell(self):
        return self.at

    def __len__(self):
        return self.size

    def __getitem__(self, index):
        return self.data[index]

    def __setitem__(self, index, value):
        self.data[index] = value
        if len(self.data) != self.size:
            raise ValueError("a piece of flash keeps its size")
        self.changed = True

    def flush(self):
        """Puts what was written into the flash."""
        if self.changed:
            __write_flash(self.start, self.data)
            self.changed = False

    def close(self):
        self.flush()
