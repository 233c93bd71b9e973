# Made by zvm-gen from mixed.c: stub for editors and type checkers. Do not edit.


def crc8(data: bytes, seed: int = 255) -> int: ...


def _exchange(a0: object) -> object:
    """Remember an object, and give back the one before."""
