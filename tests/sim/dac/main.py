# What the DAC puts out, seen by the ADC on the same wire; how long a write takes; a circular one.
import adc
import dac
import timers

out = dac.DAC(DAC0)
out.start()
out.write(1000)
print(adc.read(A3))
clock = timers.timer()
clock.start()
out.write([0, 1000, 2000, 3000], 10)
print("took", clock.get())
print(adc.read(A3))
out.write(shorts([100, 200]), 5, MILLIS, True)
seen = []
for _ in range(4):
    seen.append(adc.read(A3))
    sleep(5)
print(seen)
out.stop()
out.lock()
out.unlock()
print(dac.remap(50, 0, 100, 0, 4095), dac.remap([0, 5, 10], 0, 10, 100, 200), dac.remap(-1, -1, 1, 10, 0))
out.start()
for call in (lambda: out.write([1, -1]), lambda: out.write(None), lambda: dac.DAC(0x807).start()):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
