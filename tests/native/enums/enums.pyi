# Made by zvm-gen from enums.c: stub for editors and type checkers. Do not edit.
"""Enums and constants."""

ENUMS_ADDR: int = 118
SCALE: float = 0.25
NAME: str = "bme"
MASK: int = 4294967295


class Oversampling:
    """Oversampling setting."""
    X1: int = 1
    X2: int = 2
    X16: int = 5


class EnumsMode:
    SLEEP: int = 0
    NORMAL: int = 3


def samples(osrs: int = 2) -> int:
    """Samples for a setting."""


def wake() -> int: ...
