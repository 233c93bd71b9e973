# SPDX-License-Identifier: MIT
"""Voltages made from numbers."""


@c_native("_vbl_dac_init", ["dac.c"], ["VHAL_DAC"])
def _vbl_dac_init():
    pass


_vbl_dac_init()
START = 0
STOP = 1
WRITE = 2
LOCK = 3
UNLOCK = 4


class DAC:
    """The converter at a pin."""

    def __init__(self, pin):
        self.pin = pin
        self.index = pin & 0xFF
        self.driver = __driver(0x800)

    def start(self):
        self.driver.__ctl__(START, self.index)

    def write(self, data, timestep=0, timeunit=MILLIS, circular=False):
        """
        Puts out an int, or the ints of a sequence, `timestep` apart. Returns after the last one; `circular` data is
        played again and again meanwhile, until stop() or the next write().
        """
        self.driver.__ctl__(WRITE, self.index, data, timestep, timeunit, circular, self.pin)

    def stop(self):
        self.driver.__ctl__(STOP, self.index)

    def lock(self):
        """Keeps other threads that lock it away."""
        self.driver.__ctl__(LOCK, self.index)

    def unlock(self):
        self.driver.__ctl__(UNLOCK, self.index)


def remap(value, from_low, from_high, to_low, to_high):
    """`value`, a number or a sequence of them, brought from one range into another, as ints."""
    if not isinstance(value, (int, float)):
        return [remap(v, from_low, from_high, to_low, to_high) for v in value]
    return to_low + int((value - from_low) * (to_high - to_low) / (from_high - from_low))
