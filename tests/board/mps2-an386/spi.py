# SPI0 with its own loop, which the test closes; SPI3 with nobody.
import spi

bus = spi.Spi(D4, SPI0, clock=1000000)
bus.start()
bus.select()
print("ready", digitalRead(D4))
input()
print("8", list(bus.exchange(bytes(range(20)))))
bus.unselect()
print("nss", digitalRead(D4))
other = spi.Spi(D7, SPI3, clock=1000000)
other.start()
print("nobody", list(other.read(2)))
