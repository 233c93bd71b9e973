# Every type of the seeds on the smallest board.
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)


class Point3(Point):
    def __str__(self):
        return "<%d>" % self.x


class Bad(ValueError):
    pass


def count(n):
    while n > 0:
        yield n
        n -= 1


def task(out, n):
    out.append(n)


print(1, -7, 1 << 20, 2**40, 3.5, 1e100, 0.1 + 0.2, True, None)
print("text".upper(), b"bytes", bytearray(b"ab"), shorts([1, 2]), shortarray([3]))
print([1, 2.5, "x"], (1,), {1: "a"}, {3, 1, 2}, frozenset([1]), range(3), slice(1, 2))
print([x * x for x in range(5)], list(count(3)), "a,b".split(","), sorted([3, 1, 2]))
p = Point(1, 2) + Point(3, 4)
print(p.x, p.y, str(Point3(5, 6)), f"{3.14159:.2f}", "%5.1f|%s" % (2.25, "s"))
try:
    raise Bad("no")
except ValueError as e:
    print(type(e), e)
out = []
thread(task, out, 42)
sleep(10)
print(out, len(out), max(1, 2), sum([1, 2, 3]), 7 // 2, 7 % 3, 7 / 2, 2**0.5)
