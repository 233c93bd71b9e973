# Built-in functions and containers with objects of classes.
def attempt(fn, *args, **kw):
    try:
        print(repr(fn(*args, **kw)))
    except BaseException as e:
        print(type(e).__name__, e)


class Num:
    def __init__(self, v):
        self.v = v

    def __abs__(self):
        return ("abs", self.v)

    def __round__(self, n=None):
        return ("round", self.v, n)

    def __divmod__(self, other):
        return ("divmod", other)

    def __rdivmod__(self, other):
        return ("rdivmod", other)

    def __pow__(self, other, mod=None):
        return ("pow", other, mod)

    def __rpow__(self, other):
        return ("rpow", other)

    def __int__(self):
        return self.v

    def __float__(self):
        return self.v + 0.5

    def __index__(self):
        return self.v

    def __bool__(self):
        return self.v > 0

    def __len__(self):
        return self.v

    def __hash__(self):
        return 7

    def __eq__(self, other):
        return isinstance(other, Num) and self.v == other.v

    def __lt__(self, other):
        return self.v < other.v

    def __repr__(self):
        return "N%d" % self.v

    def __format__(self, spec):
        return "fmt<%s>" % spec

    def __contains__(self, item):
        return item == self.v

    def __reversed__(self):
        return iter(["rev", self.v])

    def __trunc__(self):
        return 99

    def __complex__(self):
        return 1

    def __neg__(self):
        return "neg"

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "inv"


n = Num(3)
for fn in (abs, round, int, float, bool, len, hash, repr, str, hex, bin, oct, chr, ascii, format):
    attempt(fn, n)
attempt(round, n, 2)
attempt(divmod, n, 5)
attempt(divmod, 5, n)
attempt(pow, n, 2)
attempt(pow, n, 2, 5)
attempt(pow, 2, n)
attempt(format, n, "x>5")
attempt(lambda: (-n, +n, ~n, n in [n], 3 in n, 4 in n, list(reversed(n))))
attempt(lambda: [10, 20, 30, 40][n])
attempt(lambda: "abcdef"[n:])
attempt(lambda: [0] * n)
attempt(lambda: range(n))
attempt(lambda: bytes(n))
attempt(lambda: "%d %s %r %f" % (n, n, n, n))
attempt(lambda: f"{n} {n:abc} {n!r} {n!s}")
attempt(lambda: sorted([Num(3), Num(1), Num(2)]))
attempt(lambda: sorted([Num(3), Num(1)], reverse=True))
attempt(lambda: (min(Num(3), Num(1)), max([Num(1), Num(5)])))
attempt(lambda: {Num(1): "a", Num(2): "b", Num(1): "c"})
attempt(lambda: {Num(1), Num(1), Num(2)} == {Num(2), Num(1)})
attempt(lambda: [Num(1), Num(2)].index(Num(2)))
attempt(lambda: [Num(1), Num(2), Num(1)].count(Num(1)))
attempt(lambda: [Num(1)].remove(Num(1)))
attempt(lambda: (Num(1), 2) == (Num(1), 2))
attempt(lambda: "x" if Num(0) else "y")
attempt(lambda: Num(0) or "z")
attempt(lambda: not Num(0))
attempt(lambda: all([Num(1), Num(0)]))
attempt(lambda: list(filter(None, [Num(0), Num(1)])))
attempt(lambda: sum([Num(1)]))
attempt(lambda: Num(1) + 1)
attempt(lambda: Num(1) > 1)
attempt(lambda: Num(1) >= Num(1))


class Seq:
    """Iterated by __getitem__."""

    def __getitem__(self, i):
        if i >= 4:
            raise IndexError("end")
        return i * i


attempt(lambda: (list(Seq()), tuple(Seq()), sum(Seq()), max(Seq()), 9 in Seq(), 5 in Seq(), [*Seq()], sorted(Seq(), reverse=True), dict(enumerate(Seq())), list(zip(Seq(), "ab")), set(Seq()) == {0, 1, 4, 9}, list(map(str, Seq())), bytes(Seq())))
attempt(lambda: len(Seq()))
attempt(lambda: list(reversed(Seq())))
attempt(lambda: (lambda a, b, *c: (a, b, c))(*Seq()))


class SizedSeq(Seq):
    def __len__(self):
        return 4


attempt(lambda: list(reversed(SizedSeq())))


class It:
    def __init__(self, n, err=None):
        self.n, self.err = n, err

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            if self.err:
                raise self.err
            raise StopIteration
        self.n -= 1
        return self.n


attempt(lambda: (list(It(3)), sum(It(3)), tuple(It(2)), sorted(It(3)), 1 in It(3), max(It(3)), "".join(map(str, It(3))), dict(zip(It(2), It(2))), next(It(1)), next(It(0), "d"), [*It(2)], any(It(3)), all(It(3)), list(enumerate(It(2))), list(filter(None, It(3)))))
for fn in (list, tuple, set, sum, max, sorted, "".join, dict, bytes, lambda it: [*it], lambda it: 99 in it, lambda it: list(map(str, it)), lambda it: list(zip(it, "abc")), lambda it: [v for v in it], lambda it: list(enumerate(it)), all, frozenset, lambda it: [].extend(it), lambda it: {1}.union(it), lambda it: max(it, key=str), bytearray):
    attempt(fn, It(2, ValueError("broken")))
attempt(next, It(0))
attempt(lambda: [x for x in It(2, KeyError("k"))])


class BadIter:
    def __iter__(self):
        return 5


class BadLen:
    def __len__(self):
        return -1


class BadLen2:
    def __len__(self):
        return "x"


class BadBool:
    def __bool__(self):
        return 1


class BadHash:
    def __hash__(self):
        return "x"


class NoHash:
    def __eq__(self, other):
        return True


class BadEq:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError("no eq")


class BadLt:
    def __lt__(self, other):
        raise ValueError("no lt")


class BadIndex:
    def __index__(self):
        return "x"


class BadRepr:
    def __repr__(self):
        raise ValueError("no repr")


for fn in (lambda: list(BadIter()), lambda: iter(BadIter()), lambda: len(BadLen()), lambda: len(BadLen2()), lambda: bool(BadLen()), lambda: bool(BadBool()), lambda: hash(BadHash()), lambda: {BadHash()}, lambda: {NoHash()}, lambda: hash(NoHash()), lambda: {BadEq(): 1, BadEq(): 2}, lambda: BadEq() in [BadEq()], lambda: [1].index(BadEq()), lambda: [BadEq()].count(1), lambda: [BadEq()] == [1], lambda: sorted([BadLt(), BadLt()]), lambda: min(BadLt(), BadLt()), lambda: [1][BadIndex()], lambda: "a"[BadIndex() :], lambda: range(BadIndex()), lambda: str([BadRepr()]), lambda: "%r" % BadRepr(), lambda: f"{BadRepr()}", lambda: print({1: BadRepr()}), lambda: {BadEq(), BadEq()}, lambda: {BadEq()} == {BadEq()}, lambda: [1, 2, 3].sort(key=lambda v: 1 / 0), lambda: max([1, 2], key=lambda v: undefined)):
    attempt(fn)
calls = []


class Tracked:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        calls.append((self.name, getattr(other, "name", other)))
        return NotImplemented

    def __hash__(self):
        return 1


a, b = Tracked("a"), Tracked("b")
print(a == b, a != b, a == 1, a in [b, a], calls)
d = {a: 1}
d[b] = 2
print(len(d), d[a], d[b], b in d, d.pop(a), len(d))


class Mutator:
    """Changes the list that is being searched."""

    def __eq__(self, other):
        l.clear()
        return False


l = [1, 2, 3, 4]
attempt(lambda: Mutator() in l)
l = [1, 2, 3, 4]
attempt(lambda: l.index(5, 9))
l = [1, 2, 3, 4]
attempt(lambda: l.count(Mutator()))
l = [3, 1, 2]


def clear_key(v):
    l.clear()
    return v


attempt(lambda: l.sort(key=clear_key))
l = [1, 2, 3]


class Grow:
    def __repr__(self):
        if len(l) < 10:
            l.append(self)
        return "G"


l.append(Grow())
attempt(lambda: str(l))
attempt(lambda: "-".join(str(v) for v in l))


def shrinking():
    for i in range(3):
        if len(l) > 1:
            l.pop()
        yield i


attempt(lambda: l.extend(shrinking()))
print(l)
l[1:2] = (l.pop() for _ in range(2))
print(l)
attempt(lambda: l.extend(l) or l)
d = {1: 1, 2: 2, 3: 3}
attempt(lambda: [d.pop(k) for k in d])


class AsBytes:
    def __init__(self, result):
        self.result = result

    def __bytes__(self):
        return self.result


attempt(bytes, AsBytes(b"xyz"))
attempt(bytes, AsBytes("xyz"))
attempt(bytes, object())
attempt(bytearray, AsBytes(b"xyz"))
