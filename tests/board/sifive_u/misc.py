# What the chip has: identity, NOR flash on SPI, pulses, pins that read their lines.
import mcu
import pwm
import spi

print("uid", mcu.uid())
bus = spi.Spi(D32, SPI0, 1000000)
bus.start()
bus.select()
print("jedec", bus.exchange(b"\x9f\0\0\0"))
bus.unselect()
pwm.write(PWM1, 1000, 250, MICROS)
pinMode(D3, INPUT_PULLUP)
print("pull-up", digitalRead(D3))
pinMode(D3, OUTPUT)
digitalWrite(D3, 0)
print("low", digitalRead(D3))
try:
    pinMode(D10, OUTPUT)
except Exception as e:
    print("reset", type(e).__name__)
count = 0


def risen():
    global count
    count += 1


onPinRise(D3, risen)
for _ in range(100):
    digitalWrite(D3, 1)
    digitalWrite(D3, 0)
sleep(10)
print("edges", count)
print("pins")
print("said", input())
print("outside", digitalRead(D5))
print("all")
