# oracle: none
# options: --time=virtual
# Clocks agree, and sleep takes seconds.
import time

start = time.ticks_ms()
time.sleep(2)
time.sleep(0.25)
time.sleep(0)
print(time.ticks_ms() - start)                 # expect: 2250
before = time.monotonic()
time.sleep(86400)
print(round(time.monotonic() - before, 3))     # expect: 86400.0
print(time.perf_counter() == time.monotonic(), time.perf_counter_ns() == time.monotonic_ns())    # expect: True True
for bad in (-1, float("nan")):
    try:
        time.sleep(bad)
    except ValueError:
        print("no such time")
# expect: no such time
# expect: no such time
