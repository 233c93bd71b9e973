# Made by zvm-gen from sensor.c: stub for editors and type checkers. Do not edit.
from typing import Callable


class Sensor:
    """Readings of a sensor."""

    def __init__(self, bus: int, label: object = None) -> None:
        """Open a sensor."""

    def read(self, scale: int = 1) -> int: ...

    def label(self) -> object: ...

    def on_alarm(self, cb: Callable[..., object] | None) -> None: ...

    def fire(self, n: int) -> None: ...


class Point:
    """An anonymous struct, and no constructor."""

    def add(self, n: int, item: object) -> int: ...

    def item(self, i: int) -> object: ...


def sum(a: Sensor, b: Sensor | None = None) -> int: ...
