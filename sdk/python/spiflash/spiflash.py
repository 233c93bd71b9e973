# SPDX-License-Identifier: MIT
"""NOR flash chips on an SPI bus, of the common command set (25 series: W25Q, MX25, AT25SF …)."""
import spi

_PAGE = 256
_SECTOR = 4096
_BLOCK = 65536

_PROGRAM = 0x02
_READ = 0x03
_STATUS = 0x05
_WRITE_ENABLE = 0x06
_ERASE_SECTOR = 0x20
_ERASE_BLOCK = 0xD8
_ERASE_CHIP = 0xC7
_IDENTIFY = 0x9F
_SLEEP = 0xB9
_WAKEUP = 0xAB

_BUSY = 1


class SpiFlash(spi.Spi):
    """
    The chip whose select pin is `nss`. Writing clears bits only: erase a sector before it is written again. What it says
    at the first contact is its size; a chip that says nothing raises PeripheralError.
    """

    def __init__(self, nss, drvname=0x200, clock=8000000):
        spi.Spi.__init__(self, nss, drvname, clock)
        self.start()
        identity = self._command([_IDENTIFY], 3)
        if identity[0] in (0, 0xFF):
            raise PeripheralError("no flash chip answers")
        self.size = 1 << identity[2]

    def _command(self, message, n=0, data=None):
        """Sends a command and what belongs to it, receives n bytes."""
        self.lock()
        try:
            self.select()
            self.write(message)
            if data is not None:
                self.write(data)
            result = self.read(n) if n else None
            self.unselect()
        finally:
            self.unlock()
        return result

    def _at(self, command, address):
        if address < 0 or address >= self.size:
            raise IndexError("address 0x%x is behind the end of the flash" % address)
        return [command, address >> 16 & 0xFF, address >> 8 & 0xFF, address & 0xFF]

    def _change(self, message, data=None, pause=1):
        self._command([_WRITE_ENABLE])
        self._command(message, 0, data)
        while self._command([_STATUS], 1)[0] & _BUSY:
            sleep(pause)

    def get_geometry(self):
        """Bytes: of the chip, of a block, of a sector, of a page."""
        return self.size, _BLOCK, _SECTOR, _PAGE

    def read_data(self, address, n):
        """n bytes."""
        return self._command(self._at(_READ, address), n)

    def write_data(self, address, data):
        """Writes bytes or a str, page by page."""
        if isinstance(data, str):
            data = data.encode()
        done = 0
        while done < len(data):
            n = min(len(data) - done, _PAGE - (address + done) % _PAGE)
            self._change(self._at(_PROGRAM, address + done), bytes(data[done:done + n]))
            done += n

    def erase_sector(self, address):
        """Sets to 0xFF the 4096 bytes that the address is one of."""
        self._change(self._at(_ERASE_SECTOR, address), pause=10)

    def erase_block(self, address):
        """The same with 65536 bytes."""
        self._change(self._at(_ERASE_BLOCK, address), pause=50)

    def chip_erase(self):
        self._change([_ERASE_CHIP], pause=100)

    def sleep(self):
        """Has the chip take little power; it hears nothing but wakeup()."""
        self._command([_SLEEP])

    def wakeup(self):
        self._command([_WAKEUP])
        sleep(1)

    def __len__(self):
        return self.size

    def __getitem__(self, index):
        if isinstance(index, slice):
            start, stop, step = index.indices(self.size)
            return self.read_data(start, max(stop - start, 0))[::step] if stop > start else b""
        return self.read_data(index, 1)[0]

    def __setitem__(self, index, value):
        """A byte, or bytes from the start of the slice on."""
        if isinstance(index, slice):
            self.write_data(index.start or 0, value)
        else:
            self.write_data(index, bytes([value]))
