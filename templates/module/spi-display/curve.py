# A curve of the last measurements, with an axis and the newest value.
import mydriver

LEFT = 24
RIGHT = mydriver.WIDTH - 1
TOP = 12
BOTTOM = mydriver.HEIGHT - 10


class Curve:
    """Values from `low` to `high`, in `unit`, drawn on a Display; the oldest leave on the left."""

    def __init__(self, display, title, unit, low, high):
        self.display = display
        self.title = title
        self.unit = unit
        self.low = low
        self.high = high
        self.values = []

    def row(self, value):
        """The row of pixels for a value; those outside of the range are at its end."""
        value = min(max(value, self.low), self.high)
        return BOTTOM - int((value - self.low) * (BOTTOM - TOP) / (self.high - self.low) + 0.5)

    def add(self, value):
        """Draws everything again, with one value more."""
        self.values.append(value)
        if len(self.values) > (RIGHT - LEFT) // 2:
            self.values.pop(0)
        self.draw()

    def draw(self):
        d = self.display
        d.clear()
        d.text(0, 0, self.title)
        d.line(LEFT, TOP, LEFT, BOTTOM, 6)
        d.line(LEFT, BOTTOM, RIGHT, BOTTOM, 6)
        for value in (self.low, (self.low + self.high) // 2, self.high):
            d.text(0, self.row(value) - 3, "%3d" % value, 10)
            for x in range(LEFT + 4, RIGHT, 4):
                d.pixel(x, self.row(value), 4)
        for i in range(1, len(self.values)):
            x = LEFT + 2 * i
            d.line(x - 1, self.row(self.values[i - 1]), x + 1, self.row(self.values[i]))
        if self.values:
            text = "%.1f %s" % (self.values[-1], self.unit)
            d.text(mydriver.WIDTH - 6 * len(text), 0, text)
        d.show()
