# Whatever fails for want of memory, the next try must find everything in order.
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __repr__(self):
        return "Point(%d, %d)" % (self.x, self.y)


def lists():
    items = []
    for i in range(40):
        items.append(i * 3)
    items.sort(key=lambda v: -v)
    return items[:4] + [len(items)], sorted(set(items))[:3]


def dicts():
    table = {}
    for i in range(60):
        table["key" + str(i)] = [i]
    for i in range(0, 60, 2):
        del table["key%d" % i]
    return len(table), list(table)[:3], table["key59"], {k: v for k, v in table.items() if v[0] > 55}


def texts():
    words = "the shortest way from C to Python".split()
    return " ".join(reversed(words)), f"{len(words):>5}|{words!r}", "{0}-{1:.3f}".format("a", 2.5), "ab" * 30


def numbers():
    return 3 ** 90, (1 << 100) // 7, -(2 ** 65) % 1000, 1.5 * 7, int("123456789" * 4), str(7 ** 50)


def generators():
    def numbers_to(n):
        got = 0
        while n > 0:
            got = yield n + (got or 0)
            n -= 1

    def all_of(n):
        yield from numbers_to(n)
        yield from (x * x for x in range(n))

    return list(all_of(6)), sum(x for x in numbers_to(20))


def closures():
    total = 0
    adders = []

    def add(n):
        nonlocal total
        total += n
        return total

    for k in range(5):
        adders.append(lambda n, k=k, *rest, **named: add(n + k) + len(rest) + len(named))
    return [f(1, 2, 3, a=4) for f in adders]


def objects():
    points = [Point(i, i * i) for i in range(8)]
    total = Point(0, 0)
    for p in points:
        total = total + p
    total.extra = {"more": points[1]}
    return repr(total), str(total.extra), getattr(total, "x")


def errors():
    seen = []
    for bad in (lambda: [][1], lambda: {}["k"], lambda: int("x"), lambda: None + 1):
        try:
            bad()
        except (IndexError, KeyError, ValueError, TypeError) as e:
            seen.append((type(e) is MemoryError, str(e)))
    return seen


works = (lists, dicts, texts, numbers, generators, closures, objects, errors)
for work in works:
    result = None
    while result is None:
        try:
            result = repr(work())
        except MemoryError:
            result = None
    print(work.__name__, result)
