def attempt(fn, *args):
    try:
        print(fn(*args))
    except Exception as e:
        print(type(e).__name__, e)


d = {"a": 1, 2: "b", (1, 2): None, 1.5: [1], None: 0, True: "t"}
print(d, len(d), 2 in d, "z" in d, d[(1, 2)], d[1], d[1.0], bool({}), bool(d))
d[1] = "one"
d["new"] = {}
del d["a"]
print(d)
print(d.get("x"), d.get("x", 5), d.get(2), d.pop(2), d.pop("q", "dflt"), d.setdefault("s", 9), d.setdefault("s", 10))
print(list(d), list(d.keys()), list(d.values()), list(d.items()))
print(d.keys(), d.values(), d.items())
print({"a": 1} | {"b": 2, "a": 3}, dict(a=1, b=2), dict([(1, 2), "ab"]), dict({1: 2}, c=3), dict.fromkeys("abc"), dict.fromkeys(range(2), 7))
e = {1: 1}
e |= {2: 2}
e |= [(3, 3)]
e.update({4: 4})
e.update([(5, 5)], six=6)
e.update(seven=7)
print(e, e == dict(e), e != {}, e == 5, {1: 2} == {1.0: 2.0})
print(e.popitem(), e.popitem(), e)
c = e.copy()
c.clear()
print(c, e, [k for k in reversed(e)], list(reversed(e.items())), list(reversed(e.values())))
k = e.keys()
print(k & [1, 2, 99], sorted(k | {7}), sorted(k - {1}), sorted(k ^ {1, 100}), k == {1, 2, 3, 4, 5}, k >= {1}, k.isdisjoint([8]), 3 in k, len(k))
i = e.items()
print((1, 1) in i, (1, 2) in i, 5 in i, sorted(i & {(1, 1), (9, 9)}), 4 in e.values())
r = {}
r["self"] = r
print(r, [r])
attempt(lambda: {}["missing"])
attempt(lambda: {}[1, 2])
attempt(lambda: {[]: 1})
attempt(lambda: {}.pop("x"))
attempt(lambda: {}.popitem())
attempt(lambda: dict([1]))
attempt(lambda: dict([(1, 2, 3)]))
attempt(lambda: dict(5))
attempt(lambda: {} < {})
attempt(lambda: {1: 2} + {3: 4})
attempt(lambda: {1: 2} | 5)
attempt(lambda: {}.get([]))
attempt(lambda: hash({}))
attempt(lambda: next({}))


def grow(d):
    for x in d:
        d[x + 100] = 1


def shrink(s):
    for x in s:
        s.discard(x)


def delete(d, k):
    del d[k]


attempt(grow, {1: 2})
attempt(shrink, {1, 2})
attempt(delete, {1: 2}, 3)


class Key:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return 7

    def __eq__(self, other):
        return isinstance(other, Key) and self.v == other.v


m = {}
for n in range(200):
    m[Key(n)] = n
print(len(m), m[Key(150)], Key(200) in m, sum(m.values()))
for n in range(0, 200, 3):
    del m[Key(n)]
print(len(m), Key(3) in m, Key(4) in m)


class NoHash:
    def __eq__(self, other):
        return True


attempt(lambda: {NoHash(): 1})


class Bad:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError("no")


bad = {Bad(): 1}
attempt(lambda: bad[Bad()])
attempt(lambda: Bad() in bad)
big = {}
for n in range(5000):
    big["k" + str(n)] = n
for n in range(0, 5000, 2):
    del big["k" + str(n)]
for n in range(5000, 6000):
    big["k" + str(n)] = n
print(len(big), sum(big.values()), list(big)[:3], list(big)[-2:])
q = {}
for n in range(10000):
    q[n] = n
    if n >= 5:
        del q[n - 5]
print(q)
deep = {}
for n in range(50):
    deep = {n: deep}
print(len(str(deep)))
print({-1: 1, -2: 2, 1 << 40: 3, (1 << 40) + 0.0: 4, 0: 5, False: 6})


class M:
    def keys(self):
        return ["x", "y"]

    def __getitem__(self, k):
        return k * 2


print(dict(M()), {**M(), "z": 1})
