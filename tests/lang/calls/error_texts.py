# needs: files
def f0(): pass
def f1(a): pass
def f2(a, b): pass
def f3(a, b, c): pass
def fd(a, b=1, c=2): pass
def fk(a, *, k): pass
def fkd(a, *, k=1, j=2): pass
def fs(a, *r): pass
def fkw(a, **k): pass
def fp(a, b, /, c): pass
class A:
    def m(self, a): pass
    @staticmethod
    def s(a): pass
    @classmethod
    def c(cls, a): pass
    def __init__(self, x): pass
a = A(1)
calls = [lambda: f0(1), lambda: f0(1, 2), lambda: f0(x=1), lambda: f1(), lambda: f1(1, 2), lambda: f1(b=1), lambda: f1(1, a=2), lambda: f2(), lambda: f2(1),
    lambda: f2(b=1), lambda: f3(), lambda: f3(1, 2, 3, 4), lambda: fd(), lambda: fd(1, 2, 3, 4), lambda: fd(1, d=3), lambda: fk(1), lambda: fk(1, 2), lambda: fk(1, 2, k=3),
    lambda: fk(1, k=1, z=2), lambda: fkd(1, 2), lambda: fkd(), lambda: fkd(1, 2, j=3), lambda: fs(), lambda: fkw(), lambda: fkw(1, 2), lambda: fp(1, 2), lambda: fp(1, b=2, c=3),
    lambda: a.m(), lambda: a.m(1, 2), lambda: A.m(a), lambda: A.s(), lambda: A.c(1, 2), lambda: a.m(z=1), lambda: A(), lambda: A(1, 2), lambda: A(y=1),
    lambda: (lambda x: x)(), lambda: (5)(), lambda: "s"(), lambda: None(), lambda: [1](0), lambda: f1(*1), lambda: f1(**1), lambda: f1(*[1], **{"a": 2}), lambda: f1(**{1: 2}),
    lambda: f1(*[1, 2]), lambda: f2(*(1,), **{"c": 3}), lambda: len(), lambda: len(1, 2), lambda: len(x=1), lambda: int("x"), lambda: int(1, 2), lambda: ord("ab"), lambda: [].append(), lambda: [].append(1, 2),
    lambda: "a".join(1), lambda: "a".join([1]), lambda: {}.pop(), lambda: [].pop(), lambda: isinstance(1), lambda: print(sep=1), lambda: print(foo=1), lambda: range(), lambda: range(1, 2, 3, 4), lambda: abs(), lambda: abs("x"),
    lambda: min(), lambda: min([]), lambda: max(1), lambda: sum("ab"), lambda: sorted(1), lambda: sorted([1, "a"]), lambda: str(1, 2, 3, 4), lambda: chr(-1), lambda: iter(1), lambda: next(1), lambda: next(iter([])), lambda: zip(1),
    lambda: list(map(1, [1])), lambda: dict(1), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: set(1), lambda: tuple(1), lambda: list(1), lambda: float("x"), lambda: float(), lambda: round("x"), lambda: divmod(1, 0), lambda: pow(1), lambda: hash([]), lambda: hash({}),
    lambda: open("/nonexistent/file"), lambda: getattr(1), lambda: getattr(1, 2), lambda: setattr(1, "a", 2), lambda: issubclass(1, int), lambda: isinstance(1, 1), lambda: bytes("x"), lambda: bytes([256]), lambda: bytearray(-1), lambda: "x".format(**{}) and "{}".format(), lambda: "{a}".format(), lambda: "%d" % "x", lambda: "%s %s" % 1, lambda: [1, 2].index(5), lambda: (1,).index(2), lambda: "abc".index("z"), lambda: [1].remove(2), lambda: {}.popitem(), lambda: {1}.remove(2), lambda: set().pop(), lambda: int("12", 99), lambda: "a" * "b", lambda: "a" + 1, lambda: 1 + "a", lambda: [] + (), lambda: () + [], lambda: {} + {}, lambda: None + 1, lambda: -"a", lambda: ~1.5, lambda: 1 << -1, lambda: 1.5 // 0, lambda: 1 % 0, lambda: 0 ** -1, lambda: 1 < "a", lambda: [1] < [None], lambda: None < None, lambda: {} < {}, lambda: [] in 5, lambda: "a" in 5, lambda: 5 in "abc", lambda: [1, 2][5], lambda: [1]["a"], lambda: (1,)[3], lambda: "abc"[10], lambda: {}["k"], lambda: {}[[]], lambda: 5[0], lambda: None[0], lambda: range(3)[5], lambda: b"a"[4]]
for i, c in enumerate(calls):
    try:
        print(i, c())
    except Exception as e:
        print(i, type(e).__name__, e)
