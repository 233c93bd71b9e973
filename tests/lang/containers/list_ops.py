def attempt(fn, *args):
    try:
        print(fn(*args))
    except Exception as e:
        print(type(e).__name__, e)


a = [3, 1, 2]
b = a + [4] * 2
print(a, b, b * 0, 2 * a, b * -1, [] + [])
b += (5, 6)
b += "xy"
b += range(3)
b *= 2
print(b, len(b), 5 in b, "z" in b, b.count(5), b.index(5), b.index(5, 6))
print(b[1:5], b[-3:], b[::3], b[::-1], b[5:2], b[-100:2], b[10:100], b[8:2:-2])
c = list(range(10))
c[2:5] = ["a"]
print(c)
c[3:3] = [1, 2, 3, 4, 5, 6, 7, 8]
print(c)
c[::2] = range(len(c[::2]))
print(c)
del c[::3]
print(c)
del c[1:3], c[-1]
print(c)
c[1:] = c
print(c)
c[:] = []
print(c, bool(c), bool([0]))
d = [1, 2, 3, 4, 5, 6, 7, 8, 9]
del d[8:1:-3]
print(d)
d.insert(0, "first")
d.insert(100, "last")
d.insert(-1, "nearly")
print(d, d.pop(), d.pop(0), d.pop(-2), d)
d.remove("nearly")
d.reverse()
e = d.copy()
d.clear()
print(d, e)
e.extend(e)
print(e)
e.extend(x * x for x in range(4))
print(e)
print([1, 2] < [1, 3], [1, 2] < [1], [1] <= [1], [2] > [1, 9], [] < [0], [1] == [1.0], [1] != [1], [1] == (1,))
n = [1]
n.append(n)
print(n, [n])
attempt(lambda: [1][1])
attempt(lambda: [1][-2])
attempt(lambda: [1]["x"])
attempt(lambda: [1][1.0])
attempt(lambda: [1] + (2,))
attempt(lambda: [1] * 1.5)
attempt(lambda: [1] * [2])
attempt(lambda: [].pop())
attempt(lambda: [1].pop(5))
attempt(lambda: [1].remove(2))
attempt(lambda: [1].index(2))
attempt(lambda: [1] < [""])
attempt(lambda: [1] < 1)
attempt(lambda: {[1]: 2})
attempt(lambda: [1, 2][::0])
attempt(lambda: [1, 2]["a":])
attempt(lambda: [1].insert("a", 1))
attempt(lambda: [].extend(5))
attempt(lambda: [1].foo)
attempt(lambda: -[1])
attempt(lambda: [1] - [1])


def assign(o, k, v):
    o[k] = v


def delete(o, k):
    del o[k]


attempt(assign, [1], 1, 2)
attempt(assign, [1], "a", 2)
attempt(assign, [1, 2, 3, 4], slice(0, 4, 2), [1])
attempt(assign, [1], slice(0, 1), 5)
attempt(assign, (1,), 0, 2)
attempt(assign, "abc", 0, "x")
attempt(delete, [1], 1)
attempt(delete, (1,), 0)
attempt(delete, 5, 0)
attempt(assign, 5, 0, 1)


class Grower:
    def __init__(self, l):
        self.l = l

    def __eq__(self, other):
        self.l.clear()
        return False


g = []
g.extend([Grower(g), 2, 3])
print(3 in g, g)
big = [0] * 1000
for i in range(1000):
    big[i] = i
print(sum(big), big[999], big[-1000])
t = (1, 2, 3)
print(t + (4,), t * 2, t[::-1], t[1:], t.count(2), t.index(3), 2 in t, (), (1,), ((1, 2), [3]), t == (1, 2, 3), t < (1, 3), hash(t) == hash((1, 2, 3)))
attempt(lambda: t + [1])
attempt(lambda: t.index(9))
attempt(lambda: t[3])
attempt(lambda: t["a"])
attempt(lambda: hash(([],)))
x = t
x += (9,)
print(t, x, tuple("abc"), tuple([1, 2]), tuple(x * 2 for x in range(3)), tuple(), list(), list("héé"))
