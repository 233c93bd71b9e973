# SPDX-License-Identifier: MIT
"""SD cards on an SPI bus. There is no file system yet that could use one: all of it raises UnsupportedError."""


class SpiSD:
    """The card whose select pin is `nss`."""

    def __init__(self, nss, drvname=0x200, clock=8000000):
        raise UnsupportedError("SD cards are not supported")
