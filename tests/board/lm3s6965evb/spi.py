# SPI0, whose output the test connects with its input (LBM of the SSI).
import spi

bus = spi.Spi(D24, SPI0, clock=1000000)
bus.start()
bus.select()
print("ready", digitalRead(D24))
input()
print("8", list(bus.exchange(bytes(range(20)))))
bus.write(b"\x55" * 9)
print("read", list(bus.read(3)))
bus.unselect()
print("nss", digitalRead(D24))
for settings in ((7, spi.SPI_BITS_8), (1000000, 9)):
    try:
        spi.Spi(D24, SPI0, settings[0], settings[1]).start()
    except Exception as e:
        print("refused", type(e).__name__)
