# type(), isinstance(), hash() and attributes of values of all types.
def attempt(fn, *args, **kw):
    try:
        print(repr(fn(*args, **kw)))
    except BaseException as e:
        print(type(e).__name__, e)


class A:
    pass


class B(A):
    def m(self):
        pass


def gen():
    yield 1


b = B()
values = [1, 10**30, True, 1.5, "s", b"b", bytearray(b"a"), [1], (1,), {1: 2}, {1}, frozenset([1]), range(3), slice(1), None, ..., NotImplemented, b, A, int, type, object(), len, gen, gen(), b.m, B.m, "a".upper, [].append, enumerate([]), zip(), map(len, []), filter(None, []), ValueError, ValueError("x"), lambda: 0, property(), classmethod(len), int.from_bytes, dict.fromkeys]
for v in values:
    print(type(v), type(v).__name__, type(v) is type(v), type(type(v)), isinstance(v, object), isinstance(v, type(v)), callable(v), bool(v))
print(type(1) is int, type(1) == int, type(10**30) is int, type(True) is bool, type("") is str, type(None) is type(None), type(b) is B, type(b) == A, type([]) != tuple, type(1.0) in (int, float), {int: "i", str: "s"}[type("x")])
for v in (1, True, 1.5, "s", b, None, [], ValueError("x"), int, B):
    for t in (int, bool, float, str, object, A, B, list, type, (int, str), (A, (float, list)), Exception, ValueError, (), tuple):
        print(int(isinstance(v, t)), end="")
    print()
for t in (5, "int", None, (int, 5), [int], (5, int)):
    attempt(isinstance, 1, t)
    attempt(issubclass, int, t)
attempt(issubclass, 5, int)
attempt(issubclass, bool, int)
attempt(issubclass, B, A)
attempt(issubclass, A, (int, object))
attempt(issubclass, ValueError, Exception)
attempt(issubclass, KeyError, (LookupError,))
attempt(issubclass, int, object)
print(int, str, list, dict, type, object, A.__name__, B.__bases__, int.__name__, [int, str], {"t": int}, str(int), f"{int}", "%s" % float)
print(hash(1) == hash(1.0) == hash(True), hash("a") == hash("a"), hash((1, 2)) == hash((1, 2)), hash(None) == hash(None), hash(int) == hash(int), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), hash(-1) == hash(-1.0), hash(2**61 - 1) == hash(float(2**61 - 1)) or True, hash(10**20) == hash(10**20), hash(b"x") == hash(b"x"), hash(range(5)) == hash(range(5)), hash(b) == hash(b))
d = {1: "int", "1": "str", (1,): "tuple", 1.5: "float", None: "none", True: "true", b"1": "bytes", frozenset(): "fs", int: "type", len: "fn", b: "inst", 10**20: "big", range(3): "range", ...: "ell"}
print(len(d), d[1], d[1.0], d["1"], d[(1,)], d[1.5], d[None], d[b"1"], d[frozenset()], d[int], d[len], d[b], d[10**20], d[1e20], d[range(3)], d[...])
attempt(lambda: id(b) == id(b))
attempt(lambda: callable(5))
attempt(lambda: getattr(1, "foo"))
attempt(lambda: getattr(1, "foo", "d"))
attempt(lambda: getattr("a", "upper")())
attempt(lambda: getattr(1, 5))
attempt(lambda: hasattr(1, "real"))
attempt(lambda: hasattr(1, 5))
attempt(lambda: setattr(1, "x", 2))
attempt(lambda: setattr(b, "x", 2) or b.x)
attempt(lambda: delattr(b, "x") or hasattr(b, "x"))
attempt(lambda: delattr(b, "x"))
attempt(lambda: vars(b))
attempt(lambda: None.foo)
attempt(lambda: len.foo)
attempt(lambda: None())
attempt(lambda: "a"())
attempt(lambda: object().x)
attempt(lambda: A().x)
attempt(lambda: A.x)
attempt(lambda: A(1))
attempt(lambda: B.m())
attempt(lambda: b.m(1))
attempt(lambda: bool([]) is False)
attempt(bool, 1, 2)
attempt(bool, x=1)
attempt(ascii, "é日😀\n'")
attempt(ascii, ["é"])
attempt(repr, "é\x00")
attempt(bin, 1.5)
attempt(hex, "a")
attempt(oct, None)
attempt(hash, [])
attempt(len, None)
attempt(len, 5.5)
attempt(lambda: ... is Ellipsis)
attempt(lambda: NotImplemented)
