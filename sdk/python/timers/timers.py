# SPDX-License-Identifier: MIT
"""Functions called later or again and again, and stopwatches.

The calls are made by the interrupt thread, one after the other: a function that takes long delays the others.
"""

# Operations of __timer_set.
_STOP = 0
_ONE_SHOT = 1
_RECURRENT = 2
_RESTART = 3


class timer:
    """A stopwatch, which runs from now on, and a function to be called."""

    def __init__(self):
        self._timer = __new_timer()

    def _set(self, operation, time, unit, fun, arg):
        if self._timer is None:
            raise RuntimeError("the timer was destroyed")
        if fun is None:
            __timer_set(self._timer, operation, 0)
        elif isinstance(arg, (tuple, list)):
            __timer_set(self._timer, operation, time, unit, fun, *arg)
        else:
            __timer_set(self._timer, operation, time, unit, fun, arg)

    def one_shot(self, delay, fun, arg=(), time_unit=MILLIS):
        """Call fun once after the delay. arg: its arguments, a tuple or list, or its only one."""
        self._set(_ONE_SHOT, delay, time_unit, fun, arg)

    def interval(self, period, fun, arg=(), time_unit=MILLIS):
        """Call fun at the end of every period."""
        self._set(_RECURRENT, period, time_unit, fun, arg)

    def clear(self):
        """Call nothing any more."""
        self._set(_STOP, 0, MILLIS, None, None)

    def destroy(self):
        """Call nothing any more; the timer cannot be used again."""
        self.clear()
        self._timer = None

    def start(self):
        """The stopwatch at 0."""
        self._set(_RESTART, 0, MILLIS, None, None)

    def reset(self):
        """The stopwatch at 0; returns the milliseconds until now."""
        passed = self.get()
        self.start()
        return passed

    def get(self):
        """Milliseconds of the stopwatch."""
        if self._timer is None:
            raise RuntimeError("the timer was destroyed")
        return __timer_get(self._timer)


def recurring_timer(period, fun, arg=(), time_unit=MILLIS):
    """A timer that calls fun at the end of every period."""
    t = timer()
    t.interval(period, fun, arg, time_unit)
    return t


def now():
    """Milliseconds since the start of the program."""
    return __timer_get()
