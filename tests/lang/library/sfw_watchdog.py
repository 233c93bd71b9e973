# oracle: none
# options: --time=virtual
# needs: preemption
# A program that kicks its watchdog until it hangs; the watchdog starts it again.
import pwr
import sfw

print(sfw.watchdog_triggered())                # expect: False
if not sfw.watchdog_triggered():
    try:
        sfw.kick()
    except InvalidHardwareStatusError:
        print("no watchdog")                   # expect: no watchdog
    try:
        sfw.watchdog(10, 5)
    except UnsupportedError as e:
        print(e)                               # expect: a watchdog of 10 to 5 ms is not supported
    sfw.watchdog(0, 100)
    __sfw_setup_wdog(0, 100)
    __sfw_kick_wdog()
    for i in range(20):
        sleep(90)
        sfw.kick()
    print("hangs")                             # expect: hangs
    sleep(101)
    print("never")
# expect: True
print(pwr.wakeup_reason() == pwr.PWR_WATCHDOG)   # expect: True
