# What the machine has: identity, flash, the clock of the day.
import flash
import mcu
import rtc

print("uid", len(mcu.uid()))
rtc.init()
print("date", rtc.get_utc().tv_seconds)
rtc.set_utc(1000000000)
print("set", rtc.get_utc().tv_seconds, rtc.get_utc().tm_year)
start, size = flash.place()
print("flash", hex(start), size)
f = flash.FlashFileStream(start, 40)
f.seek(0)
f.write("kept!")
f.close()
print("wrote", bytes(flash.FlashFileStream(start, 40)[0:5]))
print("name?")
print("said", input())
print("all")
