# The template spi-display: a temperature of I2C0 as a curve on the board's OLED, a value for each line of the console.
import i2c
import mydriver
from curve import Curve

display = mydriver.Display(mydriver.Controller.SSD0323, SPI0, D24, D23)
thermometer = i2c.I2C(I2C0, 0x48)
thermometer.start()
curve = Curve(display, "TEMP", "C", 10, 40)
print("ready")
while True:
    input()
    high, low = thermometer.write_read(0, 2)
    curve.add((high << 8 | low) / 256)
    print("drawn", curve.values[-1])
