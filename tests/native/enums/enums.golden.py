# Made by zvm-gen from enums.c: the module's Python side. Do not edit.
"""Enums and constants."""

ENUMS_ADDR = 118
SCALE = 0.25
NAME = "bme"
MASK = 4294967295


class Oversampling:
    """Oversampling setting."""
    X1 = 1
    X2 = 2
    X16 = 5


class EnumsMode:
    SLEEP = 0
    NORMAL = 3


@c_native("zn_enums_enums_samples", [])
def samples(osrs=2):
    """Samples for a setting."""
    pass


@c_native("zn_enums_enums_wake", [])
def wake():
    pass
