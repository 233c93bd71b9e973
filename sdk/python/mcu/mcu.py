# SPDX-License-Identifier: MIT
"""The microcontroller: starting again, and the number that no other chip has."""


@c_native("_mcu_reset", ["mcu.c"])
def _reset():
    pass


def reset():
    """Starts the chip, on the host the program, again. Does not return."""
    print(end="", flush=True)
    _reset()


def uid():
    """The bytes of the number that no other chip has."""
    return __mcuuid()
