# Sections without lines to the outside: timers, ADC, calendar, identity, random numbers, sleep, what there is not.
import adc
import dac
import hwtimers
import mcu
import pwm
import pwr
import rtc
import timers

for micros in (50, 1000, 20000):
    clock = timers.timer()
    clock.start()
    hwtimers.sleep_micros(micros)
    took = clock.get()
    print("slept", micros, micros // 1000 <= took <= micros // 1000 + 5 or took)
adc.init(ADC0, 1000)
print("adc", all(512 <= x < 520 for x in adc.read([A0, A3], 4)[0]), len(adc.read(A1, 5)))
rtc.init(RTC0)
rtc.set_utc(1709251199, 900000)
sleep(200)
now = rtc.get_utc()
print("date", now.tm_year + 1900, now.tm_mon + 1, now.tm_mday, now.tm_wday, now.tm_yday, now.tm_hour, now.tm_sec)
for seconds in (0, 951782400, 1109548800, 4107456000, 4107542400):
    rtc.set_utc(seconds)
    now = rtc.get_utc()
    print("date", now.tm_year + 1900, now.tm_mon + 1, now.tm_mday, now.tm_wday, now.tm_yday)
print("uid", len(mcu.uid()), mcu.uid() == mcu.uid())
pwr.set_status_byte(3, 77)
print("kept", pwr.get_status_byte(3), pwr.get_status_size())
print("woke", pwr.go_to_sleep(20))
for call in (lambda: pwm.write(D2, 100, 50), lambda: dac.DAC(D2).start(), lambda: pwr.go_to_sleep(5, pwr.PWR_STANDBY)):
    try:
        call()
    except Exception as e:
        print("refused", type(e).__name__, "|", e)
print("end")
