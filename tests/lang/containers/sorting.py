def attempt(fn, *args):
    try:
        print(fn(*args))
    except Exception as e:
        print(type(e).__name__, e)


x = 12345


def rand():
    global x
    x = (x * 1103515245 + 12345) & 0x7FFFFFFF
    return x


for n in (0, 1, 2, 5, 12, 13, 50, 95, 96, 300):
    ints = [rand() % 1000 - 500 for _ in range(n)]
    floats = [rand() / 1000 for _ in range(n)]
    strs = [str(rand() % 1000) for _ in range(n)]
    pairs = [(rand() % 10, i) for i in range(n)]
    mixed = [rand() % 100 if i % 2 else rand() % 100 / 4 for i in range(n)]
    big = [rand() << 40 for _ in range(n)]
    for seq in (ints, floats, strs, pairs, mixed, big):
        s = sorted(seq)
        assert all(not (s[i + 1] < s[i]) for i in range(n - 1)), seq
        assert len(s) == n
        r = sorted(seq, reverse=True)
        assert all(not (r[i] < r[i + 1]) for i in range(n - 1)), seq
        k = sorted(seq, key=lambda v: str(v))
        assert [str(v) for v in k] == sorted(str(v) for v in seq)
    st = sorted(pairs, key=lambda p: p[0])
    assert st == sorted(pairs), st
    st = sorted(pairs, key=lambda p: p[0], reverse=True)
    assert [p[1] for p in st if p[0] == 3] == [p[1] for p in pairs if p[0] == 3]
print(sorted([3, 1, 2]), sorted("hello"), sorted({3: 1, 1: 2}), sorted((3.5, 1, True, -2.0)))
print(sorted(["b", "A", "a"], key=str.lower), sorted([[2], [1, 5], [1]]), sorted([1, 2, 3], key=lambda v: -v, reverse=True))
a = [3, 1, 2]
print(a.sort(), a)
a.sort(reverse=True)
print(a)
a.sort(key=None, reverse=False)
print(a)
attempt(sorted, [1, "a"])
attempt(sorted, [None, None])
attempt(sorted, 5)
attempt(lambda: [1, 2].sort(5))
attempt(lambda: [1, 2].sort(key=5))
attempt(lambda: sorted([1, 2], key=lambda v: 1 // 0))


class Less:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        return self.v < other.v

    def __repr__(self):
        return "L%d" % self.v


print(sorted([Less(3), Less(1), Less(2)]), min(Less(2), Less(1)))
l = [3, 2, 1]


def key(v):
    l.append(9)
    return v


attempt(lambda: l.sort(key=key))
print(l)
print([round(v, 1) for v in sorted([float("inf"), 1.0, -float("inf"), -0.0, 0.0])])
