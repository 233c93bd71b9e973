# An SSD1306 of 128 x 64 pixels on SPI, with a frame buffer of its own in C.


@c_native("_oled_init", ["csrc/*"], ["VHAL_SPI"])
def _init(spi, cs, dc, rst, clock):
    pass


@c_native("_oled_pixel", ["csrc/*"])
def _pixel(x, y, on=1):
    pass


@c_native("_oled_blit", ["csrc/*"])
def _blit(x, y, columns):
    pass


@c_native("_oled_show", ["csrc/*"])
def _show():
    pass


class Oled:
    def __init__(self, spi, cs, dc, rst, clock=8000000):
        _init(spi & 0xFF, cs, dc, rst, clock)

    def line(self, x0, y0, x1, y1):
        steps = max(abs(x1 - x0), abs(y1 - y0))
        for i in range(steps + 1):
            _pixel(x0 + (x1 - x0) * i // steps, y0 + (y1 - y0) * i // steps)

    def frame(self, x, y, w, h):
        self.line(x, y, x + w - 1, y)
        self.line(x, y + h - 1, x + w - 1, y + h - 1)
        self.line(x, y, x, y + h - 1)
        self.line(x + w - 1, y, x + w - 1, y + h - 1)

    def blit(self, x, page, columns):
        _blit(x, page, columns)

    def show(self):
        _show()
