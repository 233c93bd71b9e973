# oracle: none
# options: --time=virtual
# needs: preemption
# The counter of the CPU's clock goes on while the program sleeps.
import time

ticks, frequency = time.ticks_cpu()
sleep(1)
later = time.ticks_cpu()[0]
print(0.9 < ((later - ticks) & 0xffffffff) * 1000 / frequency < 1.1)    # expect: True
