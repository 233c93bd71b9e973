# A scripted device on SPI0, and two devices with settings of their own on one bus.
import spi

device = spi.Spi(D10, SPI0, clock=1000000)
device.start()
device.select()
print(device.exchange(b"\x01\x02"))
device.unselect()
device.lock()
device.select()
device.write([3, 4])
print(device.read(2))
device.unselect()
device.unlock()
room = bytearray(3)
device.select()
device.read_into(room)
print(room)
device.unselect()
device.select()
device.exchange_into(b"\x09\x08", room)
print(room)
device.unselect()

# the flash chip on D30 wants another mode; select() brings its settings back
flash = spi.Spi(D30, SPI0, 4000000, spi.SPI_BITS_8, spi.SPI_MODE_HIGH_SECOND)
flash.start()
for _ in range(2):
    flash.select()
    flash.write(0x9F)
    print(flash.read(3))
    flash.unselect()
    device.select()
    device.skip(1)
    device.unselect()
for call in (lambda: spi.Spi(D10, SPI0, 1000000, 7).start(), lambda: device.read(-1), lambda: device.read_into(b"x"),
             lambda: spi.Spi(D10, 0x209).start()):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
device.done()
try:
    flash.write(b"x")
except Exception as e:
    print(type(e).__name__, e)
