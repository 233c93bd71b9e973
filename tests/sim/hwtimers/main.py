# Waits of a hardware timer, measured by the board's clock.
import hwtimers
import rtc

rtc.init()


def micros():
    now = rtc.get_utc(1)
    return now.tv_seconds * 1000000 + now.tv_microseconds


for wait in (10, 250, 12345):
    start = micros()
    hwtimers.sleep_micros(wait)
    took = micros() - start
    print(wait, 0 <= took - wait <= 20)
hwtimers.sleep_micros(0)
other = []


def count():
    for i in range(3):
        other.append(i)


# other threads run meanwhile
thread(count)
hwtimers.sleep_micros(1000)
print(other)
