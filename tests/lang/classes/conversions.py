class A:
    def __int__(self): return 7
    def __float__(self): return 2.5
    def __index__(self): return 3
    def __bool__(self): return False
    def __str__(self): return "A-str"
    def __repr__(self): return "A-repr"
    def __format__(self, spec): return "A<%s>" % spec
    def __hash__(self): return 42
    def __len__(self): return 5
    def __bytes__(self): return b"AB"
    def __call__(self, *a, **k): return (a, sorted(k.items()))
    def __contains__(self, x): return x == 1
    def __reversed__(self): return iter([3, 2, 1])
    def __iter__(self): return iter([1, 2, 3])
    def __getitem__(self, k): return ("item", k)
a = A()
print(int(a), float(a), [10, 20, 30, 40][a], bool(a), str(a), repr(a), format(a, ">10"), f"{a:xyz}", f"{a!r:>10}", f"{a}", hash(a), len(a))
print(bytes(a), a(), a(1, 2, k=3), 1 in a, 2 in a, list(reversed(a)), list(a), a[1], a["x"], a[1:2], a[1, 2], a[::2], a[...])
print("abc"[A():], list(range(A())), "x" * a, hex(a), bin(a), oct(a), chr(a) == "\x03")
print("%d %s %r %x" % (a, a, a, a) if False else "%s %r" % (a, a))
print("{} {!r} {:q}".format(a, a, a))
print(not a, a and 1, a or 2, "yes" if a else "no")

class Bad:
    def __int__(self): return "x"
    def __float__(self): return 1
    def __index__(self): return 1.5
    def __bool__(self): return 1
    def __str__(self): return 1
    def __repr__(self): return None
    def __format__(self, spec): return 3
    def __hash__(self): return "h"
    def __len__(self): return -1
    def __iter__(self): return 5
b = Bad()
for f in (lambda: int(b), lambda: float(b), lambda: [1][b], lambda: bool(b), lambda: str(b), lambda: repr(b), lambda: format(b, ""),
          lambda: hash(b), lambda: len(b), lambda: iter(b)):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

class Empty:
    pass
e0 = Empty()
for f in (lambda: int(e0), lambda: float(e0), lambda: [1][e0], lambda: len(e0), lambda: iter(e0), lambda: next(e0), lambda: e0(), lambda: e0[0],
          lambda: 1 in e0, lambda: format(e0, "x"), lambda: reversed(e0), lambda: e0 < e0, lambda: e0 < 1, lambda: range(e0), lambda: "a" * e0, lambda: bytes(e0), lambda: hex(e0)):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    e0[0] = 1
except TypeError as e:
    print(e)
try:
    del e0[0]
except TypeError as e:
    print(e)

class LenOnly:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
print(bool(LenOnly(0)), bool(LenOnly(1)))
class BadLen:
    def __len__(self): return "x"
try:
    len(BadLen())
except TypeError as e:
    print(e)
class Seq:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError(i)
        return i * i
    def __len__(self): return 4
print(list(Seq()), 4 in Seq(), 5 in Seq(), list(reversed(Seq())), max(Seq()), sorted(Seq(), reverse=True), tuple(Seq()), sum(Seq()))
a0, *a1 = Seq()
print(a0, a1)
class IntFrom:
    def __index__(self): return 12
print(int(IntFrom()), float(IntFrom()), f"{int(IntFrom()):x}", [0] * IntFrom() == [0] * 12, round(2.5), "abc".center(IntFrom()), (1, 2, 3)[IntFrom() : 20], bytes([IntFrom()]))
class StrSub:
    def __str__(self): return "str"
print("%s" % StrSub(), "{}".format(StrSub()), f"{StrSub()}", str(StrSub()), [StrSub()][0].__str__(), "{:>5}|".format(str(StrSub())))
class ReprOnly:
    def __repr__(self): return "R"
print(ReprOnly(), str(ReprOnly()), [ReprOnly()], {1: ReprOnly()}, (ReprOnly(),), {ReprOnly().__repr__()}, f"{ReprOnly()}")
