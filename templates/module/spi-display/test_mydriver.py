# What is drawn where. `zvm-native test` runs it; the display itself is not looked at.
import mydriver
from main import display


def check(name, got, wanted):
    if got != wanted:
        raise AssertionError("%s: %r, wanted %r" % (name, got, wanted))
    print("ok", name)


def row(y, x0, x1):
    return [display.level(x, y) for x in range(x0, x1)]


display.clear(3)
check("clear", row(63, 126, 128), [3, 3])
display.clear()
display.pixel(5, 7)
display.pixel(4, 7, 9)
check("two pixels share a byte", row(7, 3, 7), [0, 9, 15, 0])
display.pixel(128, 0)
display.pixel(0, -1)
check("outside", display.level(128, 0), 0)
display.clear()
display.line(0, 0, 9, 3, 7)
check("ends of a line", (display.level(0, 0), display.level(9, 3)), (7, 7))
check("a pixel a column", [sum(display.level(x, y) for y in range(4)) for x in range(10)], [7] * 10)
check("where text ends", display.text(10, 20, "1l"), 22)
check("a digit", ["".join("#" if v else "." for v in row(20 + y, 10, 15)) for y in range(7)],
      ["..#..", ".##..", "..#..", "..#..", "..#..", "..#..", ".###."])
display.show()
check("shown", True, True)
