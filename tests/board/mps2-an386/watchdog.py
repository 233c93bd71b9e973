# Kicks five times, then no more: the chip is reset.
import sfw

again = sfw.watchdog_triggered()
print("start", again)
try:
    sfw.watchdog(10, 100)
except UnsupportedError:
    print("no window")
if not again:
    sfw.watchdog(0, 100)
    for i in range(5):
        sleep(40)
        sfw.kick()
        print("kick", i)
    sleep(10000)
print("end")
