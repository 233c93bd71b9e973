# SPDX-License-Identifier: MIT
"""Queues that threads fill and empty, as in CPython 3.11; timeouts are in milliseconds, like sleep()'s."""
import threading


class Empty(Exception):
    pass


class Full(Exception):
    pass


class Queue:
    """What was put first is got first. maxsize: from so many on put() waits; 0 is no limit."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.unfinished_tasks = 0
        self._items = []
        self._lock = threading.Lock()
        self._filled = threading.Condition(self._lock)
        self._emptied = threading.Condition(self._lock)
        self._finished = threading.Condition(self._lock)

    # How the items are kept: subclasses keep them in another order.

    def _add(self, item):
        self._items.append(item)

    def _take(self):
        return self._items.pop(0)

    def _first(self):
        return self._items[0]

    def qsize(self):
        return len(self._items)

    def empty(self):
        return not self._items

    def full(self):
        return 0 < self.maxsize <= len(self._items)

    def _wait(self, condition, ready, block, timeout):
        """With the lock: is it ready, or was in time?"""
        if not block:
            return ready()
        if timeout is not None and timeout < 0:
            timeout = None
        return condition.wait_for(ready, timeout)

    def put(self, item, block=True, timeout=None):
        """Add an item; wait for a place in a full queue, at most so many milliseconds, else raise Full."""
        with self._lock:
            if not self._wait(self._emptied, lambda: not self.full(), block, timeout):
                raise Full
            self._add(item)
            self.unfinished_tasks += 1
            self._filled.notify()

    def get(self, block=True, timeout=None):
        """Take the next item; wait for one, at most so many milliseconds, else raise Empty."""
        with self._lock:
            if not self._wait(self._filled, lambda: self._items, block, timeout):
                raise Empty
            item = self._take()
            self._emptied.notify()
            return item

    def peek(self, block=True, timeout=None):
        """The next item, which stays in the queue."""
        with self._lock:
            if not self._wait(self._filled, lambda: self._items, block, timeout):
                raise Empty
            self._filled.notify()
            return self._first()

    def put_nowait(self, item):
        self.put(item, False)

    def get_nowait(self):
        return self.get(False)

    def clear(self):
        """Drop all items; who waits for a place goes on."""
        with self._lock:
            self._forget(len(self._items))
            self._items.clear()
            self._emptied.notify_all()

    def _forget(self, n):
        if n > self.unfinished_tasks:
            raise ValueError("task_done() called too many times")
        self.unfinished_tasks -= n
        if self.unfinished_tasks == 0:
            self._finished.notify_all()

    def task_done(self):
        """What was got is done with: join() counts them."""
        with self._lock:
            self._forget(1)

    def join(self):
        """Wait until task_done() was called for every item."""
        with self._lock:
            self._finished.wait_for(lambda: self.unfinished_tasks == 0)


class LifoQueue(Queue):
    """What was put last is got first."""

    def _take(self):
        return self._items.pop()

    def _first(self):
        return self._items[-1]


class PriorityQueue(Queue):
    """The smallest is got first; equals in the order in which they were put."""

    def _add(self, item):
        low, high = 0, len(self._items)
        while low < high:
            middle = (low + high) // 2
            if item < self._items[middle]:
                high = middle
            else:
                low = middle + 1
        self._items.insert(low, item)


class SimpleQueue(Queue):
    """A queue without a limit."""

    def __init__(self):
        super().__init__()
