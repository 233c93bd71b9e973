# gpio on the chip's pins and on an expander's.
import gpio

gpio.mode(D2, OUTPUT)
gpio.mode(D3, INPUT)
gpio.high(D2)
print(gpio.get(D3))
gpio.low(D2)
print(gpio.get(D3))
gpio.set(D2, HIGH)
print(gpio.get(D3))


class Expander:
    def __init__(self):
        self.levels = [0] * 8

    def mode(self, pin, mode):
        print("mode", pin, mode)

    def set(self, pin, value):
        self.levels[pin] = value

    def get(self, pin):
        return self.levels[pin]


plain, mapped = Expander(), Expander()
gpio.add_expander(1, plain)
gpio.add_expander(2, mapped, [7, 6, 5])
gpio.mode(0x10003, OUTPUT)
gpio.high(0x10003)
gpio.high(0x20001)
print(plain.levels, mapped.levels, gpio.get(0x20001), gpio.get(0x20002))
for call in (lambda: gpio.high(0x30000), lambda: gpio.add_expander(0, plain), lambda: gpio.get(D63 + 1)):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
