# Devices on I2C0: a thermometer, an EEPROM, one that answers by a script, and one that is not there.
import i2c

thermometer = i2c.I2C(I2C0, 0x48, clock=400000)
thermometer.start()
raw = thermometer.write_read(0, 2)
print("temperature", (raw[0] << 8 | raw[1]) >> 4, raw)

eeprom = i2c.I2C(I2C0, 0x50)
eeprom.start()
eeprom.write_bytes(0x01, 0x00, 1, 2, 3, 4)
sleep(10)
print("eeprom", eeprom.write_read([0x01, 0x00], 4), eeprom.write_read(b"\x01\x02", 2))
eeprom.write("\x02\x00text")
sleep(10)
eeprom.write(bytearray(b"\x02\x00"))
print(eeprom.read(4))

script = i2c.I2C(I2C0, 0x20)
script.start()
script.write(b"\xaa\xbb")
print("script", script.read(2), script.write_read(0x10, 1))

# two threads, two devices, one bus
results = {}


def work(name, device, message, n):
    answers = [device.write_read(message, n) for _ in range(50)]
    results[name] = (len(answers), answers.count(answers[0]), answers[0])


thread(work, "t", thermometer, 0, 2)
thread(work, "e", eeprom, [0x01, 0x00], 4)
sleep(1000)
print(results["t"], results["e"])

eeprom.lock()
eeprom.lock()
print("locked", eeprom.write_read([0x01, 0x00], 1))
eeprom.unlock()
eeprom.unlock()
missing = i2c.I2C(I2C0, 0x33)
missing.start()
for call in (lambda: missing.read(1), lambda: missing.write(b"x"), lambda: thermometer.write(256),
             lambda: thermometer.write([1, "2"]), lambda: thermometer.read(-1), lambda: i2c.I2C(0x307, 0x48).start()):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
thermometer.set_addr(0x50)
print("other address", thermometer.write_read([0x01, 0x03], 1))
thermometer.stop()
try:
    eeprom.read(1)
except Exception as e:
    print(type(e).__name__, e)
