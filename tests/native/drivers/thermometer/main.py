import tmp102

sensor = tmp102.TMP102(I2C0)
print(sensor.get())
for i in range(3):
    sleep(1000)
    print(sensor.get())
sensor.set_limits(-10.5)
try:
    sensor.set_limits(30.0, 20.0)
except ValueError:
    print("limits")
try:
    tmp102.TMP102(I2C0, address=0x4B)
except tmp102.ThermometerError:
    print("nobody at 0x4b")
