# Kicks five times, then no more: the chip is reset. Status bytes outlive that.
import pwr
import sfw

starts = pwr.get_status_byte(0)
pwr.set_status_byte(0, starts + 1)
print("start", starts, sfw.watchdog_triggered())
try:
    sfw.watchdog(10, 100)
except UnsupportedError:
    print("no window")
if starts < 2:
    sfw.watchdog(0, 100)
    for i in range(5):
        sleep(60)
        sfw.kick()
        print("kick", i)
    sleep(10000)
print("end")
