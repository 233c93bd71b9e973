# Made by zvm-gen from callbacks.c: stub for editors and type checkers. Do not edit.
from typing import Callable


def each(n: int, f: Callable[..., object]) -> None: ...


def keep(f: Callable[..., object] | None) -> None: ...


def fire() -> None: ...


def slow(n: int) -> tuple[int, int]: ...
