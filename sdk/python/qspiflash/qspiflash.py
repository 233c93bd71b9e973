# SPDX-License-Identifier: MIT
"""Flash chips on four data lines. No board of this VM has the controller yet: all of it raises UnsupportedError."""


class QSpiFlash:
    """The chip with these lines and sizes."""

    def __init__(self, d0, d1, d2, d3, clk, cs, flash_size=0, block_size=65536, subblock_size=32768, sector_size=4096,
                 page_size=256, addr_bits=24):
        raise UnsupportedError("this board has no QSPI controller")

    def _unsupported(self):
        raise UnsupportedError("this board has no QSPI controller")

    def get_geometry(self):
        self._unsupported()

    def read_data(self, address, n):
        self._unsupported()

    def write_data(self, address, data):
        self._unsupported()

    def erase_sector(self, address, blocking=True):
        self._unsupported()

    def erase_block(self, address, blocking=True):
        self._unsupported()

    def chip_erase(self, blocking=True):
        self._unsupported()

    def wakeup(self):
        self._unsupported()

    def sleep(self):
        self._unsupported()

    def done(self):
        self._unsupported()

    def __getitem__(self, index):
        self._unsupported()

    def __setitem__(self, index, value):
        self._unsupported()
