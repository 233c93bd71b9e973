# SPDX-License-Identifier: MIT
"""Devices on an SPI bus."""


@c_native("_vbl_spi_init", ["spi.c"], ["VHAL_SPI"])
def _vbl_spi_init():
    pass


_vbl_spi_init()
START = 0
STOP = 1
SELECT = 2
UNSELECT = 3
LOCK = 4
UNLOCK = 5
READ = 6
SKIP = 7
WRITE = 8
EXCHANGE = 9
READ_INTO = 10
EXCHANGE_INTO = 11

# the clock's level at rest, and the edge at which data is read
SPI_MODE_LOW_FIRST = 0
SPI_MODE_LOW_SECOND = 1
SPI_MODE_HIGH_FIRST = 2
SPI_MODE_HIGH_SECOND = 3
SPI_BITS_8 = 0
SPI_BITS_16 = 1
SPI_BITS_32 = 2

# who set each bus up last, by its name: devices with other settings share a bus
_owners = {}


class Spi:
    """
    The device whose select pin is `nss`, on bus `drvname`. Between select() and unselect() it listens; lock() keeps
    other threads from the bus. Each device may have a clock, frame size and mode of its own.
    """

    def __init__(self, nss, drvname=0x200, clock=12000000, bits=SPI_BITS_8, mode=SPI_MODE_LOW_FIRST):
        self.nss = nss
        self.drvname = drvname
        self.drvid = drvname & 0xFF
        self.driver = __driver(drvname)
        self.clock = clock
        self.bits = bits
        self.mode = mode

    def start(self):
        """Starts the bus with this device's settings."""
        self.driver.__ctl__(START, self.drvid, self.clock, self.bits, self.mode, self.nss)
        _owners[self.drvname] = self

    def write(self, data):
        """Sends bytes, a str, a sequence of ints, or one int."""
        self.driver.__ctl__(WRITE, self.drvid, data)

    def read(self, n):
        """Receives n bytes."""
        return self.driver.__ctl__(READ, self.drvid, n)

    def read_into(self, data):
        """Receives as many bytes as the bytearray has."""
        self.driver.__ctl__(READ_INTO, self.drvid, data)

    def skip(self, n):
        """Receives n bytes and forgets them."""
        self.driver.__ctl__(SKIP, self.drvid, n)

    def exchange(self, data):
        """Sends, and returns what came meanwhile."""
        return self.driver.__ctl__(EXCHANGE, self.drvid, data)

    def exchange_into(self, wdata, rdata):
        """Sends, and puts what came meanwhile into the bytearray `rdata`; the shorter says how much."""
        self.driver.__ctl__(EXCHANGE_INTO, self.drvid, wdata, rdata)

    def select(self):
        """Pulls the select pin down, after another device's settings have been replaced by this one's."""
        if self.drvname in _owners and _owners[self.drvname] is not self:
            self.start()
        self.driver.__ctl__(SELECT, self.drvid)

    def unselect(self):
        self.driver.__ctl__(UNSELECT, self.drvid)

    def lock(self):
        self.driver.__ctl__(LOCK, self.drvid)

    def unlock(self):
        self.driver.__ctl__(UNLOCK, self.drvid)

    def stop(self):
        """Stops the bus, for all who use it."""
        self.driver.__ctl__(STOP, self.drvid)
        _owners.pop(self.drvname, None)

    def done(self):
        """The same."""
        self.stop()
