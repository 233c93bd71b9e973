def attempt(fn, *args):
    try:
        print(fn(*args))
    except Exception as e:
        print(type(e).__name__, e)


for r in (range(5), range(2, 9, 3), range(9, 2, -3), range(0), range(5, 1), range(-5, 5, 5)):
    print(r, list(r), len(r), bool(r), list(reversed(r)), r[::-1], r[1:], r == range(r.start, r.stop, r.step), r.start, r.stop, r.step)
print(range(0, 3, 2) == range(0, 4, 2), range(0) == range(5, 5), hash(range(3)) == hash(range(3)))
print(5 in range(0, 10, 5), 6 in range(0, 10, 5), 5.0 in range(10), "a" in range(3), range(10).index(4), range(10).count(3), range(10).count(30))
print(range(10)[3], range(10)[-1], range(10**12)[10**11], len(range(0, 10**9, 7)), range(10)[2:8:2])
attempt(lambda: range(5)[5])
attempt(lambda: range(5)["a"])
attempt(lambda: range(1, 2, 0))
attempt(lambda: range(1.5))
attempt(lambda: range("a"))
attempt(lambda: range(5).index(9))
attempt(lambda: range(5) + range(3))
attempt(lambda: range(3) < range(4))
s = slice(1, None, -2)
print(s, s.start, s.stop, s.step, slice(5), slice(1, 2) == slice(1, 2), s.indices(10), slice(None, None, None).indices(3), slice(-100, 100).indices(5))
attempt(lambda: hash(slice(1)))
it = iter(range(3))
print(next(it), list(it), list(it))


class I:
    def __index__(self):
        return 2


print(range(I()), [1, 2, 3][I()], [1, 2, 3][I():], "abc"[I()], (1, 2, 3)[I()], [0] * I())
