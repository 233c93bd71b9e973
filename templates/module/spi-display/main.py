# Draws a temperature curve on a display. On this computer: zvm-native run --sim sim.json --time virtual main.py
import i2c
import mydriver
from curve import Curve

# Where the display is.
if __defined(BOARD, lm3s6965evb):
    display = mydriver.Display(mydriver.Controller.SSD0323, SPI0, D24, D23)  # PD0, PC7
else:
    display = mydriver.Display(mydriver.Controller.SSD1306, SPI0, D10, D20)


class Thermometer:
    """A TMP105, TMP102 or LM75 on I2C: register 0 has sixteenths of a degree in its upper twelve bits."""

    def __init__(self, bus, address):
        self.device = i2c.I2C(bus, address)
        self.device.start()

    def celsius(self):
        high, low = self.device.write_read(b"\x00", 2)
        value = high << 4 | low >> 4
        return (value - 4096 if value & 0x800 else value) / 16


def main(count=40, pause=250):
    thermometer = Thermometer(I2C0, 0x48)
    curve = Curve(display, "TEMP", "C", 10, 40)
    for _ in range(count):
        curve.add(thermometer.celsius())
        sleep(pause)
    print("%d values, the last is %.1f C" % (count, curve.values[-1]))


if __name__ == "__main__":
    main()
