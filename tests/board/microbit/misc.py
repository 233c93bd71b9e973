# What the chip has, and a pin each way.
import flash
import hwtimers
import mcu
import rtc
import timers


@c_native("noise", ["misc.c"])
def noise():
    pass


print("uid", len(mcu.uid()))
print("random", [noise() for _ in range(6)])

start, size = flash.place()
print("flash", start % 1024 == 0, start + size == 262144)
f = flash.FlashFileStream(start, 40)
print("found", bytes(f[0:5]))
f.seek(0)
f.write("kept!")
f.close()
print("wrote", bytes(flash.FlashFileStream(start, 40)[0:5]))

before = timers.now()
hwtimers.sleep_micros(100000)
print("slept", timers.now() - before >= 99)
rtc.set_utc(1000000000)
print("rtc", rtc.get_utc().tm_year)

pinMode(D0, OUTPUT)
digitalWrite(D0, HIGH)
pinMode(D1, INPUT)
pinMode(D2, INPUT_PULLUP)
print("pull-up", digitalRead(D2))
for call in (lambda: onPinRise(D1, print), lambda: analogRead(D1)):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
print("pins")
input()
print("input", digitalRead(D1))
print("all")
input()
