# Made by zvm-gen from interrupts.c: stub for editors and type checkers. Do not edit.
from typing import Callable


def every_ms(n: int, cb: Callable[..., object]) -> None:
    """Calls cb(0) … cb(n - 1), each from a timer's interrupt."""


def flood(cb: Callable[..., object]) -> int:
    """Posts more calls than the queue holds; how many were lost."""


def pair(cb: Callable[..., object]) -> None:
    """The arguments come as a tuple."""


def from_thread(cb: Callable[..., object]) -> None:
    """cb("worker") from a thread of C's, while the caller waits without the GIL."""
