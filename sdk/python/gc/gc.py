# SPDX-License-Identifier: MIT
"""The garbage collector."""

# Commands of __gc.
_INFO = 0
_COLLECT = 1
_DISABLE = 2
_ENABLE = 3

_state = [True]   # is it enabled?


@c_native("zn_gc_zgc_do", [])
def __gc(code, timeout=0):
    pass


def info():
    """(bytes of the heap, bytes free, fragmentation in percent, blocks, holes, period, milliseconds since the last collection)"""
    return __gc(_INFO)


def collect(generation=2):
    """Free all that nothing refers to, now."""
    __gc(_COLLECT)
    return 0


def enable(period=500):
    """Collect when memory is needed, as at the start."""
    _state[0] = True
    __gc(_ENABLE, period)


def disable():
    """Let the heap grow; collect only when memory is out."""
    _state[0] = False
    __gc(_DISABLE)


def isenabled():
    return _state[0]
