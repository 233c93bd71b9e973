def attempt(fn, *args):
    try:
        print(fn(*args))
    except Exception as e:
        print(type(e).__name__, e)


def show(s):
    print(type(s).__name__, sorted(s))


a = {1, 2, 3, 4}
b = frozenset([3, 4, 5])
for s in (a & b, a | b, a - b, a ^ b, b & a, b | a, b - a, b ^ a):
    show(s)
print(a == b, {3, 4, 5} == b, a < {1, 2, 3, 4, 5}, a <= a, a < a, a > {1}, a >= b, a.isdisjoint({9}), a.issubset(range(10)), a.issuperset([1]))
show(a.union([7], (8,), "x" * 0))
show(a.intersection(range(3), [1, 2, 9]))
show(a.difference([1], {2}))
show(a.symmetric_difference([1, 1, 9]))
c = set(a)
c.add(9)
c.discard(1)
c.discard(77)
c.remove(2)
show(c)
c.update([1, 2], {5})
c.intersection_update({1, 2, 3, 5})
c.difference_update([5])
c.symmetric_difference_update([3, 4])
show(c)
c |= {10}
c &= {1, 2, 10}
c -= {1}
c ^= {2, 3}
show(c)
print(set(), frozenset(), {1}, frozenset([2]), len(a), 3 in a, "x" in a, bool(set()), bool(a))
print(hash(frozenset([1, 2, 3])) == hash(frozenset([3, 2, 1])), frozenset([1]) == {1}, {frozenset([1]): 2}[frozenset([1])])
print({1} in {frozenset([1])}, frozenset(b) is b, {1, 1.0, True})
attempt(lambda: {[]})
attempt(lambda: a | [1])
attempt(lambda: set(5))
attempt(lambda: {1}.remove(2))
attempt(lambda: set().pop())
attempt(lambda: hash({1}))
attempt(lambda: {1} < 5)
attempt(lambda: frozenset([1]).add(2))
attempt(lambda: {1}[0])
p = {5}
print(p.pop(), p)
d = a.copy()
d.clear()
show(a)
show(d)
d |= a
print(d is a, d == a)
print({x % 3 for x in range(10)} == {0, 1, 2}, set("hello") == {"h", "e", "l", "o"})
