# Made by zvm-gen from parallel.c: stub for editors and type checkers. Do not edit.
from typing import Callable


def post(n: int, cb: Callable[..., object]) -> None:
    """cb(0) … cb(n - 1) from a timer; returns while they come."""


def take() -> None:
    """cb was called once more."""


def wait_for_answer(cb: Callable[..., object]) -> int:
    """Waits without the GIL until what it has called calls answer()."""


def answer() -> None: ...


def threads(n: int, cb: Callable[..., object]) -> int:
    """`n` C threads at work; each calls cb four times. How much of what they did was good."""


def nap(ms: int) -> object:
    """Sleeps without the GIL and makes a text there; how long it took, in ms, and the text."""


def spin(us: int) -> int:
    """Spins on the cycle counter, its pointer kept, interrupts off; how many µs by the clock."""


def clocks() -> bool:
    """Do the clocks agree?"""
