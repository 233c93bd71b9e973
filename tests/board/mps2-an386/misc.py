# Timers, LEDs and buttons, the devices on the bus of shield 1, the clock of the day.
import hwtimers
import i2c
import rtc
import timers

before = timers.now()
hwtimers.sleep_micros(20000)
print("slept", timers.now() - before >= 19)

pinMode(LED1, OUTPUT)
digitalWrite(LED1, HIGH)
pinMode(BTN0, INPUT)
print("led", digitalRead(LED1), "button", digitalRead(BTN0))
for name, call in (("button", lambda: pinMode(BTN0, OUTPUT)), ("led", lambda: pinMode(LED0, INPUT_PULLUP)),
                   ("edge", lambda: onPinRise(BTN0, print))):
    try:
        call()
    except Exception as e:
        print(name, type(e).__name__)
print("ready")
input()

warm = i2c.I2C(I2C0, 0x48)
warm.start()
print("thermometer", list(warm.write_read(b"\x00", 2)))
nobody = i2c.I2C(I2C0, 0x20)
nobody.start()
try:
    nobody.write(b"\x00")
except PeripheralError as e:
    print("nobody", e)
now = rtc.get_utc()
print("rtc", now.tm_year, now.tm_mon, now.tm_mday, now.tm_hour)
for seconds in (951868700, 951868800, 1709164800, 2145916700):
    rtc.set_utc(seconds)
    now = rtc.get_utc()
    print("set", 0 <= now.tv_seconds - seconds < 10, now.tm_year, now.tm_mon, now.tm_mday)
print("end")
