# Devices on I2C0: a thermometer, an EEPROM, a clock, a DAC, and nobody.
import i2c

thermometer = i2c.I2C(I2C0, 0x48, clock=400000)
eeprom = i2c.I2C(I2C0, 0x50)
clock = i2c.I2C(I2C0, 0x68)
dac = i2c.I2C(I2C0, 0x1B)
nobody = i2c.I2C(I2C0, 0x21)
for device in (thermometer, eeprom, clock, dac, nobody):
    device.start()
print("ready")


def bcd(x):
    return (x >> 4) * 10 + (x & 15)


while True:
    what = input()
    if what == "temperature":
        high, low = thermometer.write_read(0, 2)
        print("celsius", (high << 8 | low) / 256)
    elif what == "eeprom":
        eeprom.write_bytes(0x00, 0x10, 1, 2, 3, 250)
        print("eeprom", list(eeprom.write_read(b"\x00\x10", 4)))
    elif what == "clock":
        second, minute, hour, weekday, day, month, year = [bcd(x) for x in clock.write_read(0, 7)]
        print("clock", 2000 + year, month, day, hour, minute)
    elif what == "dac":
        dac.write_bytes(0x12, 0xA5)
        print("written")
    elif what == "nobody":
        try:
            nobody.write(b"\x00")
        except Exception as e:
            print("nobody", type(e).__name__)
        print("alive", len(thermometer.write_read(0, 2)))
