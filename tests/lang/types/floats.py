# float: text, methods, errors.
def attempt(fn, *args, **kw):
    try:
        print(repr(fn(*args, **kw)))
    except BaseException as e:
        print(type(e).__name__, e)


for s in ("1", "1.5", " 1.5 ", "-1e5", "1e400", "-1e400", "inf", "-Infinity", "+nan", "1_0.5_0", "1__0.5", ".5", "5.", ".", "", "abc", "1e", "0x10", "1e-400", "infinit", "1.5f", "1,5", "1e5_0", "2.2250738585072014e-308", "4.9e-324", "1" * 400, "0." + "1" * 50):
    attempt(float, s)
for v in (b"1.5", bytearray(b"2"), b"x", None, [], "1.5", 3, 10**30, 10**400, -10**400, True, ()):
    attempt(float, v)
attempt(float)
attempt(float, 1, 2)


class F:
    def __float__(self):
        return 2.5


class B:
    def __float__(self):
        return 1


attempt(float, F())
attempt(float, B())
values = [0.0, -0.0, 1.0, -1.0, 0.1, 0.2, 0.1 + 0.2, 1 / 3, 100.0, 1e15, 1e16, 123456789012345680.0, 1e17, 1e22, 1e23, 1e-4, 1e-5, 1.5e-7, 5e-324, 1.7976931348623157e308, float("inf"), float("-inf"), float("nan"), 3.14159, 2.5, 1e100, 9007199254740993.0]
for v in values:
    print(v, str(v), repr(v), v.is_integer(), v.real, v.imag)
    attempt(v.as_integer_ratio)
    attempt(int, v)
    attempt(v.hex)
    print("%f %e %g %r %s %.3f %.0f %.10g %10.2f|%-12.3e|%+g|% g|%010.3f|%#.0f|%#g" % ((v,) * 15))
    print(f"{v} {v:.2f} {v:10.3f}|{v:<10.1f}|{v:^12.2f}|{v:+.1f}|{v:e} {v:.3E} {v:g} {v:G} {v:n} {v:%} {v:.1%} {v:010.2f} {v:,.2f} {v:_.1f} {v:.5} {v:20}|{v!r:>25}|{v:#.0f}")
attempt(lambda: 1.5.foo)
attempt(lambda: 1.5 + "a")
attempt(lambda: "a" + 1.5)
attempt(lambda: 1.5 & 1)
attempt(lambda: 1.5[0])
attempt(lambda: 1.5())
attempt(lambda: len(1.5))
attempt(lambda: 1.5 < "a")
attempt(lambda: 1.5 < None)
attempt(lambda: [] < 1)
attempt(lambda: ~1.5)
attempt(lambda: -"a")
attempt(lambda: +[])
attempt(lambda: 1e200 * 1e200)
attempt(lambda: 1e200 ** 2)
attempt(lambda: 1e200 ** 1e5)
attempt(lambda: 0.0 ** -1)
attempt(lambda: 1.0 // 0)
attempt(lambda: 1.0 % 0)
attempt(lambda: 1.0 / 0)
attempt(lambda: 1 / 0)
attempt(lambda: 1 // 0)
attempt(lambda: 1 % 0)
attempt(lambda: divmod(1.0, 0))
attempt(lambda: divmod(1, 0))
attempt(lambda: 10**400 / 3)
attempt(lambda: 10**400 + 1.0)
attempt(lambda: 10**400 / 10**399)
attempt(lambda: 10**400 < 1e300)
attempt(lambda: 10**400 == float("inf"))
attempt(lambda: 2**53 + 1 == float(2**53))
attempt(lambda: 2**53 + 1 > float(2**53))
attempt(lambda: 1 == 1.0 == True)
nan = float("nan")
print(nan == nan, nan != nan, nan < 1, [nan] == [nan], nan in [nan], min(nan, 1), max(1, nan), sorted([3.0, 1, 2.5]))
print({1: "a", 1.0: "b", True: "c"}, {0.5, 0.5}, hash(1.0) == hash(1), hash(0.5) == hash(0.5))
for a in (1.0, 1.5, -2.0, 2**52 * 1.0, 2.5e10):
    print(a // 1, a % 1, a // 0.3, a % 0.3, -a // 0.3, -a % 0.3, divmod(a, -0.7))
