# The clock of the board begins when the scene says, and goes.
import rtc

rtc.init(RTC0)
now = rtc.get_utc()
print(isinstance(now, rtc.TimeInfo))
print(now.tv_seconds, now.tm_year + 1900, now.tm_mon + 1, now.tm_mday, now.tm_hour, now.tm_min, now.tm_sec)
print("weekday", now.tm_wday, "day of the year", now.tm_yday, "summer time", now.tm_isdst)
sleep(90, SECONDS)
later = rtc.get_utc(1)
print(later.tv_seconds - now.tv_seconds, later.tm_year)

# 2024-02-29T23:59:59.500
rtc.set_utc(1709251199, 500000)
print(rtc.get_utc(0).tv_seconds, rtc.get_utc(0).tv_microseconds)
sleep(600)
leap = rtc.get_utc(2)
print(leap.tm_mon + 1, leap.tm_mday, leap.tm_hour, leap.tm_min, leap.tm_sec, leap.tm_yday, leap.tm_wday)
for wrong in ((-1, 0), (0, 1000000)):
    try:
        rtc.set_utc(*wrong)
    except ValueError as e:
        print(e)
