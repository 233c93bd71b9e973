# A strip of WS2812 LEDs on any pin.


@c_native("_strip_out", ["csrc/strip.c"], ["VHAL_GPIO", "STRIP_SLOW=10"])
def _out(pin, data):
    pass


class Strip:
    def __init__(self, pin, n):
        self.pin = pin
        self.data = bytearray(3 * n)
        pinMode(pin, OUTPUT)

    def __setitem__(self, i, colour):
        r, g, b = colour
        self.data[3 * i] = g
        self.data[3 * i + 1] = r
        self.data[3 * i + 2] = b

    def show(self):
        _out(self.pin, self.data)
