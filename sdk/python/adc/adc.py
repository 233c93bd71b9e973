# SPDX-License-Identifier: MIT
"""Voltages at analog pins."""


@c_native("_vbl_adc_init", ["adc.c"], ["VHAL_ADC"])
def _vbl_adc_init():
    pass


_vbl_adc_init()
__builtins__.__default_adc = __driver(0x100)


def init(drvname, samples_per_second=800000):
    """Starts ADC `drvname` at a rate. Reading starts it at the usual one when nobody has."""
    __driver(drvname).__ctl__(DRV_CMD_INIT, drvname & 0xFF, samples_per_second)


def done(drvname):
    """Stops it."""
    __driver(drvname).__ctl__(DRV_CMD_DONE, drvname & 0xFF)


def read(pin, samples=1):
    """
    The value at a pin, an int; with more samples, shorts of them. Of a list or tuple of pins, which are read in turn, a
    tuple with shorts for each.
    """
    return __builtins__.__default_adc.__ctl__(DRV_CMD_READ, 0, pin, samples)
