# SPDX-License-Identifier: MIT
"""A ring of fixed size that never waits: for one who fills it and one who empties it, such as an interrupt and a loop."""


class FifoEmptyError(Exception):
    pass


class FifoFullError(Exception):
    pass


class Fifo:
    """Room for `size` items, bytes only if only_bytes: they take less memory."""

    def __init__(self, size, only_bytes=False):
        if size < 1:
            raise ValueError("a fifo has room for one item at least")
        self._room = bytearray(size) if only_bytes else [None] * size
        self._size = size
        self._next = 0     # where the next item to get lies
        self._count = 0

    def is_full(self):
        return self._count == self._size

    def is_empty(self):
        return self._count == 0

    def elements(self):
        """How many items are in it."""
        return self._count

    def __len__(self):
        return self._count

    def put(self, item):
        if self._count == self._size:
            raise FifoFullError
        self._room[(self._next + self._count) % self._size] = item
        self._count += 1

    def put_all(self, items):
        """Put all of a sequence, or none when there is no room."""
        if len(items) > self._size - self._count:
            raise FifoFullError
        for item in items:
            self.put(item)

    def peek(self):
        """The next item, which stays."""
        if self._count == 0:
            raise FifoEmptyError
        return self._room[self._next]

    def get(self):
        item = self.peek()
        if not isinstance(self._room, bytearray):
            self._room[self._next] = None    # it may be the last that refers to it
        self._next = (self._next + 1) % self._size
        self._count -= 1
        return item

    def clear(self):
        while self._count:
            self.get()
