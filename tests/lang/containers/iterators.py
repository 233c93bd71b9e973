def attempt(fn, *args):
    try:
        print(fn(*args))
    except Exception as e:
        print(type(e).__name__, e)


print(list(enumerate("ab")), list(enumerate([7], 5)), list(enumerate("x", start=-1)))
print(list(zip()), list(zip("abc", [1, 2])), list(zip([1], [2], [3])), list(zip("ab", "cd", strict=True)))
attempt(lambda: list(zip([1], [1, 2], strict=True)))
attempt(lambda: list(zip([1, 2], [1], strict=True)))
attempt(lambda: list(zip([1], [1], [1, 2], strict=True)))
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(map(max, *([[1, 5], [2, 4]]))))
print(list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])))
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed((1, 2))), list(reversed(range(3))), list(reversed(b"ab")))
it = iter([1, 2, 3])
print(next(it), next(it), next(it), next(it, "end"), next(it, "end"))
attempt(next, it)
attempt(next, 5)
attempt(iter, 5)
attempt(reversed, 5)
attempt(reversed, {1})
attempt(lambda: list(map(5, [1])))
attempt(lambda: list(enumerate(5)))
attempt(lambda: list(zip(5)))
n = [0]


def count():
    n[0] += 1
    return n[0]


print(list(iter(count, 4)))


class Seq:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        if i >= 3:
            raise IndexError(i)
        return i * 10


print(list(Seq()), list(reversed(Seq())), 20 in Seq(), 5 in Seq(), tuple(Seq()), sum(Seq()))


class It:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(It(3)), 1 in It(3), 9 in It(3), [x for x in It(2)], max(It(4)), dict(zip(It(2), It(2))))
a, b, c = It(3)
print(a, b, c)


def unpack(o):
    a, b = o
    return a + b


for o in ([1, 2], (3, 4), "ab", {5: 0, 6: 0}, range(2), [1], [1, 2, 3], It(3), It(1), 5, None):
    attempt(unpack, o)
first, *rest = range(4)
*init, last = "abc"
x, *mid, y = [1, 2]
print(first, rest, init, last, x, mid, y)
l = [1, 2, 3, 4]
for v in l:
    if v < 3:
        l.append(v * 10)
print(l)
s = 0
for i, (p, q) in enumerate(zip(range(3), "abc")):
    s += i * p
print(s, any(x > 1 for x in [1, 2]), all([]), min([3, 1], key=lambda v: -v), sorted("bca"), sum([[1], [2]], []))
print(iter([]).__next__, list(iter({1: 2}.items()))) if False else print(list(iter({1: 2}.items())))
g = (i for i in range(3))
print(next(g), list(g), list(g))
print([*range(3), *"ab"], (*[1], 2), {*[1, 1]}, {**{1: 2}})
