# int, bool, float: construction, methods, conversions and their errors.
def attempt(fn, *args, **kw):
    try:
        print(repr(fn(*args, **kw)))
    except BaseException as e:
        print(type(e).__name__, e)


for s in ("12", " 12 ", "-0", "+7", "1_000", "1__0", "_1", "1_", "", " ", "0x1f", "12a", "\t-5\n", "1" * 40, "-" + "9" * 25):
    attempt(int, s)
for b in (0, 2, 8, 10, 16, 36):
    for s in ("10", "0x1f", "0b11", "0o17", "zz", "-0xFF", "0b2", "010", "0", "00", "0x", "1_0", "0x_1"):
        attempt(int, s, b)
for b in (-1, 1, 37, "2", None, 2.0):
    attempt(int, "10", b)
attempt(int, 10, 10)
attempt(int, b"12")
attempt(int, bytearray(b"ff"), 16)
attempt(int, b"1x")
attempt(int, None)
attempt(int, [])
attempt(int, 1.9)
attempt(int, -1.9)
attempt(int, 1e30)
attempt(int, float("inf"))
attempt(int, float("-inf"))
attempt(int, float("nan"))
attempt(int, True)
attempt(int)
attempt(int, 1, 2, 3)
attempt(int, base=10)
attempt(int, "10", base=2)
attempt(int, x=3)


class I:
    def __int__(self):
        return 42

    def __index__(self):
        return 43


class Ix:
    def __index__(self):
        return 7


class Bad:
    def __int__(self):
        return "x"

    def __index__(self):
        return None


attempt(int, I())
attempt(int, Ix())
attempt(int, Bad())
attempt(float, Ix())
attempt(hex, Ix())
attempt(bin, Bad())
attempt(lambda: [1, 2, 3][Bad()])
attempt(lambda: list(range(10))[Ix()])
attempt(lambda: "ab" * Ix())
attempt(int, "z" * 3, Ix())
attempt(chr, Ix())
for v in (0, 1, -1, 5, 255, 256, -256, 2**31, -2**31, 2**63, -2**63, 2**64, 10**30, -10**30, True, False):
    print(v, v.bit_length(), v.real, v.imag, v.numerator, v.denominator, v.conjugate(), bin(v), oct(v), hex(v), float(v), v.as_integer_ratio())
for v in (0, 1, 255, 256, 65535, -1, -128, -129, 2**40, 10**30, -10**30):
    for n in (1, 2, 8, 16):
        for order in ("big", "little"):
            attempt(v.to_bytes, n, order)
            attempt(v.to_bytes, n, order, signed=True)
attempt((5).to_bytes)
attempt((5).to_bytes, 2)
attempt((5).to_bytes, length=3, byteorder="little")
attempt((5).to_bytes, -1, "big")
attempt((5).to_bytes, 2, "middle")
attempt((5).to_bytes, 2, 5)
attempt((5).to_bytes, "a", "big")
for b in (b"", b"\x01", b"\xff", b"\x01\x02", b"\xff\xfe", b"\x80" + b"\0" * 7, b"\xff" * 8, b"\x12" * 20, b"\xf2" * 20):
    for order in ("big", "little"):
        attempt(int.from_bytes, b, order)
        attempt(int.from_bytes, b, order, signed=True)
        attempt(int.from_bytes, bytes=b, byteorder=order, signed=False)
attempt(int.from_bytes, b"\1\2")
attempt(int.from_bytes, [1, 2, 3], "big")
attempt(int.from_bytes, bytearray(b"\1\0"), "big")
attempt(int.from_bytes, [256], "big")
attempt(int.from_bytes, "ab", "big")
attempt(int.from_bytes, 5, "big")
attempt(int.from_bytes, b"1", "x")
attempt((7).from_bytes, b"\1\0", "big")
attempt(lambda: (5).foo)
attempt(lambda: (5).bit_length(1))
attempt(lambda: 10**20 .bit_length())
attempt((5).bit_count)
print((-7).bit_count(), (2**100 - 1).bit_count())
for a in (7, -7, 0, 10**20, -10**20, 7.5, -7.5):
    for b in (2, -2, 3, 10**18, 0, 0.0, 2.5, -2.5):
        attempt(divmod, a, b)
        attempt(lambda: a // b)
        attempt(lambda: a % b)
        attempt(lambda: a / b)
for a, b in ((2, 10), (2, -1), (0, 0), (0, -1), (-2, 3), (2, 0.5), (0.0, -1), (10, 30), (1.5, 30), (10.0, 400), (True, 2), (-1, 10**9)):
    attempt(pow, a, b)
for a, b, m in ((2, 10, 7), (2, 100, 10**9 + 7), (3, -1, 7), (2, -1, 4), (2, 3, 0), (2, 3, -5), (2, 3, 1), (10**20, 10**5, 10**9), (2.0, 3, 5), (2, 3, 5.0), ("a", 2)  + (None,), (0, 0, 1)):
    attempt(pow, a, b, m)
attempt(pow, base=2, exp=5)
attempt(pow, 2, exp=5, mod=3)
attempt(pow, 2)
for v in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1e22, 1234.5678, 5, 15, 25, -25, 10**20 + 5, 2**70):
    attempt(round, v)
    attempt(round, v, 2)
    attempt(round, v, -1)
    attempt(round, v, None)
    attempt(round, v, -20)
attempt(round, float("nan"))
attempt(round, float("inf"))
attempt(round, float("inf"), 2)
attempt(round, "a")
attempt(round, 1.5, "a")
attempt(round, 1.5, 1.0)
attempt(round, number=2.567, ndigits=1)
attempt(round, 1e308, -308)
attempt(round, 1.7e308, -308)
attempt(round, 1.0, 400)
attempt(round, 123.456, -400)
for x in (1, -1, 1.5, -1.5, True, 10**30, -10**30, -0.0):
    attempt(abs, x)
attempt(abs, "a")
attempt(abs, None)
