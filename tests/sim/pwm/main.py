# Pulses, counted and measured at the other end of the wire.
import icu
import pwm

icu.init()
pwm.init()

PIN = PWM0
pwm.write(PIN, 1000, 250, MICROS)
print(icu.capture(D9, HIGH, 6, 20))
pwm.write(PIN, 20, 5)
print(icu.capture(D9, LOW, 3, 100))
pwm.write(PIN, 0, 0)
print("stopped", icu.capture(D9, HIGH, 3, 100))

rises = []
onPinRise(D9, rises.append, 1)
pwm.write(PIN, 10, 3, MILLIS, 7)
print("pulses", len(rises))
analogWrite(PIN, 10, 3, MILLIS, 2)
print("pulses", len(rises))
for call in (lambda: pwm.write(D40, 10, 5), lambda: pwm.write(PIN, -1, 5)):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
