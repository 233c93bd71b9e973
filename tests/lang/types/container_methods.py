# list, tuple, dict, set, frozenset: every method and the errors.
def attempt(fn, *args, **kw):
    try:
        print(repr(fn(*args, **kw)))
    except BaseException as e:
        print(type(e).__name__, e)


l = [3, 1, 2]
for name, args in (("append", ()), ("append", (1, 2)), ("extend", (5,)), ("extend", ()), ("insert", ("a", 1)), ("insert", (1,)), ("remove", (99,)), ("pop", (99,)), ("pop", ("a",)), ("index", (99,)), ("index", (1, 5)), ("index", (1, "a")), ("count", ()), ("copy", (1,)), ("clear", (1,)), ("reverse", (1,)), ("sort", ()), ("foo", ())):
    attempt(lambda: getattr(l, name)(*args))
attempt(lambda: l.sort(foo=1))
attempt(lambda: l.sort(key=5))
attempt(lambda: l.append(x=1))
attempt([].pop)
attempt(lambda: [][0])
attempt(lambda: [1]["a"])
attempt(lambda: [1][1.5])
attempt(lambda: [1][None:])
attempt(lambda: [1]["a":])
attempt(lambda: [1][::0])
attempt(lambda: (1,)[5])
attempt(lambda: ()["x"])
attempt(lambda: [1] + (2,))
attempt(lambda: (1,) + [2])
attempt(lambda: [1] + 5)
attempt(lambda: [1] * "a")
attempt(lambda: [1] * 1.5)
attempt(lambda: [1] - [1])
attempt(lambda: [1] < (1,))
attempt(lambda: [1] < 5)
attempt(lambda: [1, "a"] < [1, 5])
attempt(lambda: {1} < 5)
attempt(lambda: {} < {})
attempt(lambda: {1: 2} | [1])
attempt(lambda: {1} | [1])
attempt(lambda: {1} & {1: 2}.keys())
attempt(lambda: {1: 2}[5])
attempt(lambda: {1: 2}["k"])
attempt(lambda: {1: 2}[[]])
attempt(lambda: {}[{}])
attempt(lambda: {[]: 1})
attempt(lambda: {[1], 2})
attempt(lambda: hash([]))
attempt(lambda: hash({}))
attempt(lambda: hash(set()))
attempt(lambda: hash(bytearray()))
attempt(lambda: hash(slice(1)))
attempt(lambda: hash((1, [])))
attempt(lambda: [] in {1})
attempt(lambda: {1} in {frozenset([1])})
attempt(lambda: [] in {})


def set1():
    l = [1, 2]
    l[5] = 1


def set2():
    l = [1, 2]
    l["a"] = 1


def set3():
    l = [1, 2]
    l[0:1] = 5


def set4():
    l = [1, 2, 3, 4]
    l[::2] = [1]


def set5():
    (1, 2)[0] = 5


def set6():
    l = [1]
    del l[5]


def set7():
    t = (1,)
    del t[0]


def set8():
    d = {}
    del d["x"]


def set9():
    d = {}
    d[[]] = 1


def set10():
    range(5)[0] = 1


def set11():
    {1}[0] = 1


def set12():
    b = b"ab"
    b[0] = 1


def set13():
    b = bytearray(b"ab")
    b[0] = 256


def set14():
    b = bytearray(b"ab")
    b[0] = "a"


def set15():
    b = bytearray(b"ab")
    b[5] = 1


def set16():
    b = bytearray(b"abcd")
    b[1:3] = 5
    return b


def set17():
    b = bytearray(b"abcd")
    b[1:3] = "xy"


def set18():
    b = bytearray(b"abcd")
    b[::2] = b"x"


def set20():
    None[0] = 1


for fn in (set1, set2, set3, set4, set5, set6, set7, set8, set9, set10, set11, set12, set13, set14, set15, set16, set17, set18, set20):
    attempt(fn)
attempt(lambda: 5[0])
attempt(lambda: None[0])
attempt(lambda: len[0])
attempt(lambda: {1}[0])
attempt(list, 5)
attempt(list, [1], 2)
attempt(tuple, None)
attempt(set, 5)
attempt(frozenset, 1.5)
attempt(set, [[]])
attempt(dict, 5)
attempt(dict, [1])
attempt(dict, [(1, 2, 3)])
attempt(dict, ["ab", "cd"])
attempt(dict, [(1, 2)], a=3)
attempt(dict, {1: 2}, a=3, b=4)
attempt(dict, a=1, b=2)
attempt(dict, [], [])
attempt(dict, zip("abc", range(3)))
d = {"a": 1, "b": 2}
for name, args in (("get", ()), ("get", ("a", 1, 2)), ("get", ("zz",)), ("get", ([],)), ("pop", ()), ("pop", ("zz",)), ("pop", ("zz", 5)), ("setdefault", ()), ("setdefault", ("q",)), ("setdefault", ("a", 9)), ("update", (5,)), ("update", ([1],)), ("update", ([(1,)],)), ("update", ({}, {})), ("keys", (1,)), ("items", (1,)), ("fromkeys", ()), ("fromkeys", ("ab",)), ("fromkeys", ("ab", 0)), ("fromkeys", (5,)), ("copy", ()), ("popitem", (1,)), ("foo", ())):
    attempt(lambda: getattr(d, name)(*args))
d.update(c=3, a=10)
d.update([("x", 1)], y=2)
d.update({"z": 3}, w=4)
print(d)
attempt({}.popitem)
attempt(dict.fromkeys, range(3), [])
attempt(dict.fromkeys, "ab", 5)
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), "a" in k, 3 in v, ("a", 10) in i, list(reversed(d)), list(reversed(i)))
print(sorted(k & {"a", "zz"}), sorted(k | {"q"}), sorted(k - {"a"}), sorted(k ^ {"a", "n"}), k == set(d), k <= set(d), k.isdisjoint([1]), {1: 2}.items() == {(1, 2)})
attempt(lambda: k + k)
attempt(lambda: k[0])
attempt(lambda: hash(k))
attempt(next, k)
it = iter(d)
d["new"] = 1
attempt(next, it)
it = iter([1, 2])
print(next(it), next(it), next(it, "end"))
attempt(next, it)
attempt(next, [])
attempt(iter, 5)
attempt(iter, 5, 6)
attempt(reversed, 5)
attempt(reversed, {1})
attempt(reversed, iter([]))
s = {1, 2, 3}
for name, args in (("add", ()), ("add", ([],)), ("remove", (99,)), ("remove", ("x",)), ("remove", ([],)), ("discard", (99,)), ("discard", ([],)), ("pop", (1,)), ("union", (5,)), ("union", ([4], (5,), {6: 7})), ("intersection", ([1, 2], [2, 3])), ("difference", ([1], [2])), ("symmetric_difference", ([1, 9],)), ("issubset", ([1, 2, 3, 4],)), ("issuperset", ([1],)), ("isdisjoint", ([7],)), ("isdisjoint", (7,)), ("update", ([10], [11])), ("update", (5,)), ("intersection_update", ([1, 2, 10],)), ("difference_update", ([10],)), ("symmetric_difference_update", ([2, 5],)), ("copy", ()), ("clear", ()), ("foo", ())):
    attempt(lambda: getattr(s, name)(*args))
    print(sorted(s, key=str))
attempt(set().pop)
f = frozenset([1, 2])
attempt(lambda: f.add(1))
print(f | {3}, sorted({3} | f), f & {1}, f - {1}, f ^ {1, 5}, f == {1, 2}, f <= {1, 2, 3}, hash(f) == hash(frozenset([2, 1])), f.union([9]), f.copy() is f, {f: 1}[frozenset([2, 1])], {1, 2} in [f], f.intersection([1]), type(f | {1}), type({1} | f))
print(set(), frozenset(), {1}, frozenset({1}), [set()], {frozenset()}, {(): []}, [()], ((),), (1,), [[]], {None: None})
x = [1]
x.append(x)
print(x, x == x, x in x)
y = {}
y["y"] = y
print(y)
z = (x,)
print(z)
t = ([],)
t[0].append(t)
print(t)
try:
    t = (1, [2])
    t[1] += [3]
except TypeError as e:
    print(e, t)
print((1, 2).count(1), (1, 2).index(2), (1, 2) + (3,), (1, 2) * 2, 2 * (1,), (3, 1) > (2, 9), (1,) < (1, 0), ())
attempt((1, 2).index, 5)
attempt((1, 2).index, 1, 1)
attempt(lambda: (1,).append)
print([1, 2, 3, 4, 5][::2], [1, 2, 3][::-1], [1, 2, 3][-2:], [1, 2, 3][10:], [1, 2, 3][-10:2], (1, 2, 3)[1:], list(range(10))[8:2:-2], [1, 2, 3][True])
l = list(range(10))
l[2:5] = "ab"
print(l)
l[::3] = [0] * len(l[::3])
print(l)
del l[::2]
print(l)
l[1:1] = l
print(l)
l[:] = []
print(l)
l += "xyz"
l *= 2
print(l, l.index("y", 2), l.count("x"), l.pop(), l.pop(0), l.pop(-2), l)
l.insert(100, "end")
l.insert(-100, "start")
print(l, l.reverse(), l)
print([1, 2] == [1, 2.0], [1, 2] == (1, 2), [1, 2] != [1, 2, 3], [[1], 2] > [[0], 5], [] < [1], [1, 2] <= [1, 2])
attempt(lambda: [1, 2].index(2, 0, 1))
attempt(lambda: (lambda **a: a)(**{1: 2}))
attempt(lambda: [*5])
attempt(lambda: {**5})
attempt(lambda: {**{"a": 1}, "b": 2, **{"a": 3}})
attempt(lambda: [*"ab", *range(2)])
attempt(lambda: {*"aa", *[1]} == {"a", 1})
attempt(sum, ["a"])
attempt(sum, ["a"], "")
attempt(sum, [[1], [2]], [])
attempt(sum, [1, 2.5, True])
attempt(sum, 5)
attempt(sum, [1], start=10)
attempt(sum, [b"x"], b"")
attempt(sum, [10**20, -1])
attempt(min, [])
attempt(max, ())
attempt(max, [], default=5)
attempt(max, 1, 2, default=5)
attempt(min, 5)
attempt(min)
attempt(min, 1, "a")
attempt(min, [3, 1, 2], key=lambda v: -v)
attempt(max, "b", "a", "c", key=None)
attempt(max, [1, 2], key=5)
attempt(max, [(1, "a"), (1, "b")], key=lambda v: v[0])
attempt(all, [1, 0])
attempt(any, 5)
attempt(any, [])
attempt(sorted, [3, 1], reverse=1)
attempt(sorted, [1, None])
attempt(sorted, [{}, {}])
attempt(lambda: list(zip([1, 2], "ab", (True, None))))
attempt(lambda: list(zip([1, 2], "a", strict=True)))
attempt(lambda: list(zip([1], "ab", strict=True)))
attempt(lambda: list(zip([1], "a", "abc", strict=True)))
attempt(lambda: list(zip()))
attempt(zip, 5)
attempt(zip, [1], 5)
attempt(lambda: list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])))
attempt(map, 5, 5)
attempt(lambda: list(map(5, [1])))
attempt(lambda: list(filter(None, [0, 1, "", "a", None])))
attempt(lambda: list(filter(lambda v: v > 1, [1, 2, 3])))
attempt(filter, 5, 5)
attempt(lambda: list(enumerate("ab", 5)))
attempt(lambda: list(enumerate("ab", start=10**20)))
attempt(enumerate, "ab", "c")
attempt(enumerate, 5)
attempt(lambda: list(iter(iter([1, 2, 0, 3]).__next__, 0)))
attempt(lambda: [next(iter("")) for _ in "a"])
print(range(5), range(1, 5), range(1, 10, 2), range(5) == range(0, 5, 1), range(0) == range(2, 1), hash(range(3)) == hash(range(0, 3)), len(range(0, 10, 3)), range(10)[2:8:2], range(10)[-1], 5 in range(10), 5.0 in range(10), "a" in range(5), range(10).index(3), range(10).count(3), range(0, 10, 3).start, range(5).stop, range(1, 2, 7).step, list(reversed(range(0, 10, 3))), max(range(5)), sum(range(100)))
attempt(range, 1.5)
attempt(range, "a")
attempt(range, 1, 2, 0)
attempt(range)
attempt(range, 1, 2, 3, 4)
attempt(lambda: range(5)[9])
attempt(lambda: range(5)["a"])
attempt(lambda: range(5).index(9))
attempt(lambda: len(range(10**20)))
attempt(lambda: slice(1, 2, 3))
attempt(lambda: slice(None, 5).indices(3))
attempt(lambda: slice(-1, None, -1).indices(5))
attempt(lambda: slice(1, 2).indices(-1))
attempt(lambda: (slice(1, 2).start, slice(5).stop, slice(1).step, slice(1) == slice(None, 1, None)))
attempt(slice)
attempt(lambda: slice(1).start())
