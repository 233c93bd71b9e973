# What the chip has inside and on its board, without help from outside.
import flash
import i2c
import mcu
import rtc
import hwtimers
import timers


@c_native("noise", ["misc.c"])
def noise():
    pass


print("uid", len(mcu.uid()))

numbers = [noise() for _ in range(20)]
print("random", len(set(numbers)) > 15)

print("ready")
input()
bus = i2c.I2C(I2C1, 0x4D)
bus.start()
print("thermometer", list(bus.write_read(b"\x00", 2)))
nobody = i2c.I2C(I2C1, 0x20)
nobody.start()
try:
    nobody.write(b"\x00")
except PeripheralError as e:
    print("nobody", e)

eeprom = i2c.I2C(I2C0, 0x50)
eeprom.start()
eeprom.write(b"\x00\x10hello")
sleep(10)
print("eeprom", eeprom.write_read(b"\x00\x10", 5))

start, size = flash.place()
print("flash", hex(start), size)
f = flash.FlashFileStream(start + 8192, 100)
print("found", bytes(f[0:16]))
f.write("kept over runs")
f.close()
print("wrote", bytes(flash.FlashFileStream(start + 8192, 16)[0:16]))

before = timers.now()
hwtimers.sleep_micros(5000)
print("slept", timers.now() - before)
rtc.set_utc(1000000000)
print("rtc", rtc.get_utc().tm_year)
print("all")
input()
