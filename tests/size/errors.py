# Errors of every kind, by name: with the texts left out each is still the one that it is.
def gen():
    raise StopIteration


def check(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__)
    else:
        print("none")


class Iter:
    def __iter__(self):
        raise ValueError("x")


class NoIter:
    __iter__ = None


class BadHash:
    def __eq__(self, o):
        raise KeyError(1)

    def __hash__(self):
        return 1


class BadLen:
    def __len__(self):
        return "x"


class BadInt:
    def __index__(self):
        return "x"

    def __float__(self):
        raise OSError(1)


def g(a, b=1):
    return a


check(lambda: list(gen() for _ in range(1)))
check(lambda: next(gen() for _ in range(1)))
check(lambda: dict([1]))
check(lambda: dict([[1, 2, 3]]))
check(lambda: [*1])
check(lambda: g(*5))
check(lambda: g(**5))
check(lambda: g(c=1))
check(lambda: g())
check(lambda: g(1, 2, 3))
check(lambda: list(Iter()))
check(lambda: list(NoIter()))
check(lambda: {BadHash(): 1, BadHash(): 2})
check(lambda: len(BadLen()))
check(lambda: [1, 2][BadInt()])
check(lambda: float(BadInt()))
check(lambda: int("x"))
check(lambda: float("x"))
check(lambda: [1].index(5))
check(lambda: [1].remove(5))
check(lambda: {}.pop(1))
check(lambda: {}["k"])
check(lambda: "".join([1]))
check(lambda: b"\xff".decode())
check(lambda: "é".encode("ascii"))
check(lambda: 1 + "x")
check(lambda: 1 < "x")
check(lambda: sorted([1, "x"]))
check(lambda: max([]))
check(lambda: iter(1))
check(lambda: next(iter([])))
check(lambda: (1).nothing)
check(lambda: undefined_name)
check(lambda: [].pop())
check(lambda: 1 // 0)
check(lambda: 1.0 // 0)
check(lambda: 2.0 ** 5000)
check(lambda: range(1, 2, 0))
check(lambda: "abc"[5])
check(lambda: chr(-1))
check(lambda: ord("ab"))
check(lambda: hash([]))
check(lambda: {[]: 1})
check(lambda: f"{1:q}")
check(lambda: "%d" % "x")
check(lambda: bytes([256]))
check(lambda: shorts([70000]))
check(lambda: setattr(1, "x", 2))
check(lambda: isinstance(1, 2))
check(lambda: getattr(1, 2))
try:
    try:
        1 // 0
    except ZeroDivisionError:
        [].pop()
except IndexError as e:
    print(type(e.__context__).__name__)
