# oracle: none
# options: --time=virtual
# needs: preemption
# Sleeping, and the program that standby starts again: it counts its starts in a status byte.
import pwr

print(pwr.get_status_size() > 0)               # expect: True
start = pwr.get_status_byte(0)
print("start", start, pwr.wakeup_reason())     # expect: start 0 0
print(__pwr_get_status_size() == pwr.get_status_size(), __pwr_get_status_byte(0) == start,
      __pwr_wakeup_reason() == pwr.wakeup_reason(), __pwr_set_status_byte(2, 9), __pwr_go_to_sleep(1, pwr.PWR_SLEEP))
# expect: True True True None 2
if start == 0:
    print(pwr.go_to_sleep(5000) == pwr.PWR_TIMEOUT, pwr.go_to_sleep(10, pwr.PWR_STOP))   # expect: True 2
    for call in (lambda: pwr.set_status_byte(100000, 1), lambda: pwr.get_status_byte(-1)):
        try:
            call()
        except IndexError as e:
            print(e)
    # expect: there is no status byte 100000
    # expect: there is no status byte -1
    try:
        pwr.go_to_sleep(1, 7)
    except UnsupportedError:
        print("no such level")                 # expect: no such level
    pwr.set_status_byte(0, 1)
    pwr.set_status_byte(1, 255)
    sleep(1)
    pwr.go_to_sleep(100, pwr.PWR_STANDBY)
print(pwr.get_status_byte(1), pwr.wakeup_reason() == pwr.PWR_TIMEOUT)
# expect: True
# expect: start 1 2
# expect: True True True None 2
# expect: 255 True
