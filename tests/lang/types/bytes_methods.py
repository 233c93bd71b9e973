# bytes and bytearray: construction, methods, errors.
def attempt(fn, *args, **kw):
    try:
        print(repr(fn(*args, **kw)))
    except BaseException as e:
        print(type(e).__name__, e)


for t in (bytes, bytearray):
    for args in ((), (3,), (0,), (-1,), ("ab",), ("äb", "utf-8"), ("äb", "ascii"), ("äb", "ascii", "replace"), ([1, 2, 255],), ([256],), ([-1],), (["a"],), ([1.5],), (range(5),), (b"xy",), (bytearray(b"q"),), (None,), (1.5,), (5, "utf-8"), (b"x", "utf-8"), ((c for c in (65, 66)),), (10**20,), (True,)):
        attempt(t, *args)
    attempt(t, source=b"ab")
    attempt(t, "ab", encoding="ascii")
    attempt(t.fromhex, "00 ff Aa")
    attempt(t.fromhex, "0")
    attempt(t.fromhex, "zz")
    attempt(t.fromhex, "")
    attempt(t.fromhex, 5)
    for text in (b"", b"abc", b"Hello World", b"  pad ", b"a,b,,c", b"\x00\xff\x80'\"\\\n", b"123", b"aaa", b"a\tb\r\nc\n", b"ABC", b"Ab Cd"):
        v = t(text)
        print(v, len(v), list(v), v.upper(), v.lower(), v.title(), v.capitalize(), v.swapcase(), bool(v))
        print(v.isalpha(), v.isdigit(), v.isalnum(), v.isspace(), v.isupper(), v.islower(), v.istitle(), v.isascii())
        print(v.strip(), v.lstrip(), v.rstrip(), v.strip(b"a "), v.center(9), v.ljust(9, b"*"), v.rjust(9), v.zfill(9), v.expandtabs(3))
        print(v.split(), v.rsplit(), v.split(None, 1), v.split(b","), v.split(b",", 1), v.rsplit(b",", 1), v.splitlines(), v.splitlines(True), v.partition(b"b"), v.rpartition(b"b"))
        print(v.find(b"a"), v.rfind(b"a"), v.count(b"a"), v.startswith(b"a"), v.endswith((b"c", b"d")), v.find(97), v.count(97), v.find(b""), v.count(b""), b"a" in v, 97 in v)
        print(v.replace(b"a", b"bb"), v.replace(b"", b"-"), v.removeprefix(b"a"), v.removesuffix(b"c"), v[::-1], v[1:], v[:-1], v * 2, v + b"z", b"z" + v, v.hex(), v.hex("-"), v.hex(":", 2), v.hex("_", -2), v.translate(None, b"a"), v.translate(bytes(range(256))))
        print(v == text, v == bytearray(text), v < b"b", v <= v, v != b"", v > b"", str(v), repr(v), "%s %r %a" % (v, v, v), f"{v} {v!r}")
        attempt(v.decode)
        attempt(v.decode, "latin-1")
        attempt(v.index, b"zz")
        attempt(lambda: v[0])
    v = t(b"abc")
    attempt(lambda: v[9])
    attempt(lambda: v["a"])
    attempt(lambda: v + "a")
    attempt(lambda: "a" + v)
    attempt(lambda: v + 5)
    attempt(lambda: v * "a")
    attempt(lambda: v < "a")
    attempt(lambda: v == "abc")
    attempt(lambda: "a" in v)
    attempt(lambda: 256 in v)
    attempt(lambda: v.join(["a"]))
    attempt(lambda: v.join([b"x", bytearray(b"y")]))
    attempt(lambda: v.join(5))
    attempt(lambda: v.split("a"))
    attempt(lambda: v.split(b""))
    attempt(lambda: v.split(sep=b"b", maxsplit=1))
    attempt(lambda: v.find("a"))
    attempt(lambda: v.find(256))
    attempt(lambda: v.find(None))
    attempt(lambda: v.startswith("a"))
    attempt(lambda: v.startswith(("a",)))
    attempt(lambda: v.startswith(5))
    attempt(lambda: v.replace("a", b"b"))
    attempt(lambda: v.strip("a"))
    attempt(lambda: v.translate(b"x"))
    attempt(lambda: v.hex("xx"))
    attempt(lambda: v.partition(b""))
    attempt(lambda: v.foo)
    attempt(lambda: v.decode("nope"))
    attempt(lambda: v.decode(errors="x"))
    attempt(lambda: v % 5)
    attempt(lambda: t(b"a%db%s|%5.1f|%x|%%|%c|%r") % (5, b"q", 2.5, 255, 65, "z"))
    attempt(lambda: t(b"%s") % "x")
    attempt(lambda: t(b"%b %a") % (b"x", "é"))
b = bytearray(b"hello")
b.append(33)
b.extend(b" w")
b.extend([1, 2])
b.insert(0, 72)
print(b, b.pop(), b.pop(0), b, b.remove(104), b, b.reverse(), b, b.copy() == b, b.copy() is b)
b[1:3] = b"LONGER"
print(b)
b[0] = 65
del b[-1]
del b[::2]
print(b)
b += b"xyz"
b *= 2
print(b, b.index(b"x"), b.clear(), b)
b[:] = [1, 2, 3]
b[0:0] = range(3)
print(b, sorted(b), max(b), bytes(reversed(b)))
for name, args in (("append", (256,)), ("append", ("a",)), ("append", ()), ("extend", ("ab",)), ("extend", ([300],)), ("insert", (0,)), ("insert", (0, 300)), ("pop", (99,)), ("remove", (99,)), ("remove", ("a",)), ("foo", ())):
    attempt(lambda: getattr(b, name)(*args))
attempt(bytearray().pop)
print({b"a": 1}[b"a"], hash(b"abc") == hash(b"abc"), b"a" in {b"a"}, b"abc" b"def")
