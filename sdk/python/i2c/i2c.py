# SPDX-License-Identifier: MIT
"""Devices on an I2C bus."""


@c_native("_vbl_i2c_init", ["i2c.c"], ["VHAL_I2C"])
def _vbl_i2c_init():
    pass


_vbl_i2c_init()
START = 0
STOP = 1
READ = 2
WRITE = 3
WRITE_READ = 4
LOCK = 5
UNLOCK = 6
SET_ADDR = 7


class I2C:
    """
    The device at 7-bit address `addr` of bus `drvname` (I2C0 …). Timeouts are milliseconds, negative for none; a device
    that does not answer raises PeripheralError, one that takes too long TimeoutError.
    """

    def __init__(self, drvname, addr, clock=100000):
        self.drvname = drvname
        self.drvid = drvname & 0xFF
        self.driver = __driver(drvname)
        self.addr = addr
        self.clock = clock

    def set_addr(self, addr):
        """Talks to another device from now on."""
        self.addr = addr
        self.driver.__ctl__(SET_ADDR, self.drvid, addr)

    def start(self):
        """Starts the bus; it may be shared, and started by each who uses it."""
        self.driver.__ctl__(START, self.drvid, self.addr, self.clock)

    def write_bytes(self, *args, timeout=-1):
        """Sends ints, as one message."""
        self.driver.__ctl__(WRITE, self.drvid, args, timeout, self.addr)

    def write(self, data, timeout=-1):
        """Sends bytes, a str, a sequence of ints, or one int."""
        self.driver.__ctl__(WRITE, self.drvid, data, timeout, self.addr)

    def read(self, n, timeout=-1):
        """Receives n bytes."""
        return self.driver.__ctl__(READ, self.drvid, n, timeout, self.addr)

    def write_read(self, data, n, timeout=-1):
        """Sends, then receives n bytes without letting the bus go in between."""
        return self.driver.__ctl__(WRITE_READ, self.drvid, data, n, timeout, self.addr)

    def stop(self):
        """Stops the bus, for all who use it."""
        self.driver.__ctl__(STOP, self.drvid)

    def lock(self):
        """Keeps other threads that lock the bus away, so that several transfers stay together."""
        self.driver.__ctl__(LOCK, self.drvid)

    def unlock(self):
        self.driver.__ctl__(UNLOCK, self.drvid)
