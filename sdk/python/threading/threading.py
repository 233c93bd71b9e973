# SPDX-License-Identifier: MIT
"""Threads and what they wait with: locks, semaphores, events, conditions.

As in Python 3.11, with two differences: timeouts are in milliseconds, like sleep()'s, and a thread has a priority and
a stack size. Below all lie semaphores and events of the kernel (threading.c).
"""

# Results of the kernel's waits.
_OK = 0
_TIMEOUT = -1
_RESET = -2

TIMEOUT_MAX = 1073741822000   # milliseconds


class ThreadError(RuntimeError):
    pass


class BrokenBarrierError(RuntimeError):
    pass


# ---- the kernel's objects ----

@c_native_class("zn_class_semaphore_t")
class _Semaphore:
    @c_native("zn_threading_semaphore_init", [])
    def __init__(self, count=0):
        pass

    @c_native("zn_threading_semaphore_signal", [])
    def signal(self):
        pass

    @c_native("zn_threading_semaphore_signal_cap", [])
    def signal_cap(self, cap):
        pass

    @c_native("zn_threading_semaphore_wait", [])
    def wait(self, milliseconds=-1):
        pass

    @c_native("zn_threading_semaphore_signal_wait", [])
    def signal_wait(self, other):
        pass

    @c_native("zn_threading_semaphore_value", [])
    def value(self):
        pass

    @c_native("zn_threading_semaphore_wake", [])
    def wake(self, n=2147483647):
        pass

    @c_native("zn_threading_semaphore_reset", [])
    def reset(self):
        pass


@c_native_class("zn_class_event_t")
class _Event:
    @c_native("zn_threading_event_init", [])
    def __init__(self):
        pass

    @c_native("zn_threading_event_set", [])
    def set(self):
        pass

    @c_native("zn_threading_event_clear", [])
    def clear(self):
        pass

    @c_native("zn_threading_event_is_set", [])
    def is_set(self):
        pass

    @c_native("zn_threading_event_wait", [])
    def wait(self, milliseconds=-1):
        pass


@c_native("zn_threading_threading_ident", [])
def get_ident():
    pass


@c_native("zn_threading_threading_current", [])
def _current():
    pass


@c_native("zn_threading_threading_be_daemon", [])
def _be_daemon():
    pass


def _wait(what, milliseconds):
    """Did it come in time? Ctrl-C ends a wait early: KeyboardInterrupt is raised at the loop's next turn."""
    while True:
        result = what.wait(milliseconds)
        if result != _RESET:
            return result == _OK


def _milliseconds(timeout):
    """A timeout for the kernel: negative or None is no limit."""
    return -1 if timeout is None or timeout < 0 else int(timeout)


def _acquire(semaphore, blocking, timeout):
    if not blocking:
        if timeout is not None and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        return semaphore.wait(0) == _OK
    if timeout is not None and timeout < 0 and timeout != -1:
        raise ValueError("timeout value must be positive")
    return _wait(semaphore, _milliseconds(timeout))


@c_native("zn_threading_threading_now", [])
def _now():
    pass


# ---- locks ----

class Lock:
    """Locked or not; any thread may release it."""

    def __init__(self):
        self._semaphore = _Semaphore(1)

    def acquire(self, blocking=True, timeout=-1):
        return _acquire(self._semaphore, blocking, timeout)

    def release(self):
        if self._semaphore.value() > 0:
            raise RuntimeError("release unlocked lock")
        self._semaphore.signal()

    def locked(self):
        return self._semaphore.value() <= 0

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind, value, trace):
        self.release()


class RLock:
    """A lock that its owner may acquire again; it is free after as many releases."""

    def __init__(self):
        self._semaphore = _Semaphore(1)
        self._owner = None
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        me = get_ident()
        if self._owner != me:
            if not _acquire(self._semaphore, blocking, timeout):
                return False
            self._owner = me
        self._count += 1
        return True

    def release(self):
        if self._owner != get_ident():
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if self._count == 0:
            self._owner = None
            self._semaphore.signal()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind, value, trace):
        self.release()

    # For Condition: gives the lock up whole, and takes it back as it was.

    def _is_owned(self):
        return self._owner == get_ident()

    def _release_save(self):
        count = self._count
        self._count = 1
        self.release()
        return count

    def _acquire_restore(self, count):
        self.acquire()
        self._count = count


# ---- semaphores ----

class Semaphore:
    """Counts releases; acquire waits until it can count one down."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._semaphore = _Semaphore(value)

    def acquire(self, blocking=True, timeout=None):
        return _acquire(self._semaphore, blocking, timeout)

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        for _ in range(n):
            self._semaphore.signal()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind, value, trace):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses to count above its first value."""

    def __init__(self, value=1):
        super().__init__(value)
        self._bound = value

    def release(self, n=1):
        if n >= 1 and max(self._semaphore.value(), 0) + n > self._bound:
            raise ValueError("Semaphore released too many times")
        super().release(n)


# ---- events ----

class Event:
    """A flag that threads wait for; it stays as it is set."""

    def __init__(self):
        self._event = _Event()

    def is_set(self):
        return self._event.is_set()

    def set(self):
        self._event.set()

    def clear(self):
        self._event.clear()

    def wait(self, timeout=None):
        """Wait until it is set. False: the milliseconds are over."""
        return _wait(self._event, _milliseconds(timeout))


# ---- conditions ----

class Condition:
    """Threads wait, with a lock given up meanwhile, until another one notifies them."""

    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self._waiters = []   # a semaphore for each, the longest waiting first

    def acquire(self, blocking=True, timeout=-1):
        return self._lock.acquire(blocking, timeout)

    def release(self):
        self._lock.release()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, kind, value, trace):
        self._lock.release()

    def _is_owned(self):
        lock = self._lock
        return lock._is_owned() if isinstance(lock, RLock) else lock.locked()

    def _give_up(self):
        if isinstance(self._lock, RLock):
            return self._lock._release_save()
        self._lock.release()

    def _take_back(self, state):
        if isinstance(self._lock, RLock):
            self._lock._acquire_restore(state)
        else:
            self._lock.acquire()

    def wait(self, timeout=None):
        """Wait for a notify. False: the milliseconds are over."""
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = _Semaphore(0)
        self._waiters.append(waiter)
        state = self._give_up()
        notified = False
        try:
            notified = _wait(waiter, _milliseconds(timeout))
        finally:
            self._take_back(state)
            if not notified and waiter in self._waiters:
                self._waiters.remove(waiter)
        return notified

    def wait_for(self, predicate, timeout=None):
        """Wait until predicate() is true; returns what it returned last."""
        end = None if timeout is None else _now() + timeout
        result = predicate()
        while not result:
            left = None if end is None else end - _now()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        """Wake n of those who wait."""
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        while n > 0 and self._waiters:
            self._waiters.pop(0).signal()
            n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))


class Barrier:
    """A place where a number of threads wait until all are there."""

    def __init__(self, parties, action=None, timeout=None):
        self.parties = parties
        self.n_waiting = 0
        self.broken = False
        self._action = action
        self._timeout = timeout
        self._round = 0
        self._changed = Condition()

    def wait(self, timeout=None):
        """Wait for the others; returns the thread's number, 0 … parties - 1."""
        with self._changed:
            if self.broken:
                raise BrokenBarrierError()
            index, round = self.n_waiting, self._round
            self.n_waiting += 1
            if self.n_waiting == self.parties:
                self._open()
                return index
            limit = self._timeout if timeout is None else timeout
            self._changed.wait_for(lambda: self._round != round or self.broken, limit)
            if self._round == round:
                self.broken = True
                self._changed.notify_all()
                raise BrokenBarrierError()
            return index

    def _open(self):
        if self._action:
            try:
                self._action()
            except:
                self.abort()
                raise
        self._round += 1
        self.n_waiting = 0
        self._changed.notify_all()

    def reset(self):
        """Start anew; those who wait get BrokenBarrierError."""
        self.abort()
        self.broken = False
        self.n_waiting = 0
        self._changed = Condition()

    def abort(self):
        with self._changed:
            self.broken = True
            self._changed.notify_all()


# ---- threads ----

_threads = {}      # those that run, by their numbers
_numbers = [0]     # of threads without a name


class Thread:
    """A thread that will call target(*args, **kwargs), or whatever a subclass's run() does."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, prio=PRIO_NORMAL,
                 size=-1):
        self._target = target
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self.name = self._made_up_name() if name is None else str(name)
        self.daemon = current_thread().daemon if daemon is None else bool(daemon)
        self.ident = None
        self._prio = prio
        self._size = size
        self._thread = None    # the VM's, once started
        self._ended = None     # an event, once started

    def _made_up_name(self):
        _numbers[0] += 1
        name = f"Thread-{_numbers[0]}"
        if hasattr(self._target, "__name__"):
            name += f" ({self._target.__name__})"
        return name

    def start(self):
        if self._ended:
            raise RuntimeError("threads can only be started once")
        self._ended = _Event()
        started = _Event()
        if self._size > 0:
            self._thread = thread(self._main, started, prio=self._prio, size=self._size)
        else:
            self._thread = thread(self._main, started, prio=self._prio)
        _wait(started, -1)

    def _main(self, started):
        if self.daemon:
            _be_daemon()
        self.ident = get_ident()
        _threads[self.ident] = self
        started.set()
        try:
            self.run()
        finally:
            del _threads[self.ident]
            self._ended.set()

    def run(self):
        if self._target:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        """Wait until it has ended, or the milliseconds are over: is_alive() tells."""
        if not self._ended:
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        _wait(self._ended, _milliseconds(timeout))

    def is_alive(self):
        return self._ended is not None and not self._ended.is_set()

    def get_status(self):
        return self._thread.get_status() if self._thread else 0

    def get_priority(self):
        return self._thread.get_priority() if self._thread else self._prio

    def set_priority(self, prio):
        self._prio = prio
        if self._thread:
            self._thread.set_priority(prio)

    def __repr__(self):
        state = "started" if self.is_alive() else "stopped" if self._ended else "initial"
        daemon = " daemon" if self.daemon else ""
        ident = f" {self.ident}" if self.ident else ""
        return f"<{type(self).__name__}({self.name}, {state}{daemon}{ident})>"


class _DummyThread(Thread):
    """A thread that was not made here: thread() made it."""

    def __init__(self, name):
        self._target = None
        self.name = name
        self.daemon = False
        self.ident = get_ident()
        self._thread = _current()
        self._ended = _Event()


class _MainThread(_DummyThread):
    pass


_main_thread = _MainThread("MainThread")
_threads[_main_thread.ident] = _main_thread


def current_thread():
    """The Thread that the caller is."""
    me = _threads.get(get_ident())
    return _DummyThread(f"Dummy-{get_ident()}") if me is None else me


def main_thread():
    return _main_thread


def enumerate():
    """The threads that run."""
    return list(_threads.values())


def active_count():
    return len(_threads)


def run_forever():
    """Wait for ever, and let the other threads and callbacks go on."""
    _wait(_Semaphore(0), -1)


# ---- by numbers ----

def __rtos_do(code, *args):
    """The kernel's calls by number. Waits return 0, -1 when the time is over, -2 when they were reset."""
    def limited(what, timeout=-1):
        return what.wait(timeout if timeout > 0 else -1)

    calls = (_Semaphore, _Semaphore.signal, limited, _Semaphore.reset, lambda s: s.wait(0),
             _Semaphore.signal_wait, lambda s: s.wake(1), _Semaphore.wake, _current,
             _Event, _Event.set, _Event.clear, limited, _Event.is_set, _Semaphore.signal_cap)
    return calls[code](*args)
