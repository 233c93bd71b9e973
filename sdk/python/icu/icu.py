# SPDX-License-Identifier: MIT
"""How long a pin stays high and low."""


@c_native("_vbl_icu_init", ["icu.c"], ["VHAL_ICU"])
def init():
    """Is called by the import; calling it again does no harm."""
    pass


init()
_driver = __driver(0x500)


def capture(pin, trigger, max_samples, time_window, time_unit=MILLIS, pull=HIGH, bits=False):
    """
    Measures from the first edge that fits `trigger` (LOW: falling, HIGH: rising, BOTH_EDGES) on: a list of microseconds
    between edges, at most `max_samples`. It ends when no edge comes for `time_window`. `pull`: HIGH or LOW, where the
    pin rests. `bits`: a tuple, 1 when the first edge rose else 0, and that list.
    """
    return _driver.__ctl__(DRV_CMD_READ, pin, trigger, max_samples, time_window, time_unit, pull, bits)
