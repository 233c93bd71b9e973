log = []
class P:
    def __init__(self, x): self.x = x
    def __eq__(self, o):
        log.append(("eq", self.x))
        if not isinstance(o, P): return NotImplemented
        return self.x == o.x
    def __hash__(self): return hash(self.x)
    def __repr__(self): return "P%d" % self.x
d = {P(1): "a", P(2): "b"}
print(d[P(1)], d.get(P(3)), P(2) in d, P(1) == P(1), P(1) != P(1), P(1) != P(2), P(1) == 1, 1 == P(1), P(1) != 1)
s = {P(1), P(1), P(2)}
print(len(s), sorted(p.x for p in s))
print([P(1), P(2)].index(P(2)), [P(1), P(2), P(1)].count(P(1)), P(2) in [P(1), P(2)], P(5) in (P(1),))
l = [P(1), P(2)]
l.remove(P(2))
print(l, [P(1)] == [P(1)], (P(1), P(2)) == (P(1), P(2)), {P(1): P(2)} == {P(1): P(2)}, {1: P(1)} == {1: P(2)})
class E:
    def __eq__(self, o): return True
try:
    hash(E())
except TypeError as e:
    print(e)
try:
    {E(): 1}
except TypeError as e:
    print(e)
try:
    {E()}
except TypeError as e:
    print(e)
print(E.__hash__ is None)
class H(E):
    def __hash__(self): return 1
print(hash(H()), len({H(), H()}))
class F(E):
    __hash__ = None
class NE:
    def __ne__(self, o): return "ne"
print(NE() != 1, NE() == 1)
class EqStr:
    def __eq__(self, o): return "yes"
    def __lt__(self, o): return "lt"
    def __gt__(self, o): return []
print(EqStr() == 1, EqStr() != 1, EqStr() < 1, 1 > EqStr(), 1 < EqStr(), EqStr() > 1)
if EqStr() > 1:
    print("true")
else:
    print("false")
print(1 < EqStr() < 3)
class Boom:
    def __eq__(self, o): raise ValueError("boom")
    def __hash__(self): return 1
d = {Boom(): 1}
try:
    d[Boom()]
except ValueError as e:
    print(e)
try:
    [Boom()].index(3)
except ValueError as e:
    print(e)
try:
    Boom() in [1]
except ValueError as e:
    print(e)
b = Boom()
print(b in [b], [b].index(b), b in (1, b) if False else "-")
class Ord:
    def __init__(self, k): self.k = k
    def __lt__(self, o): return self.k < o.k
    def __repr__(self): return "O%d" % self.k
print(sorted([Ord(3), Ord(1), Ord(2)]), min(Ord(2), Ord(1)), max([Ord(2), Ord(5)]), Ord(1) > Ord(2))
try:
    Ord(1) <= Ord(2)
except TypeError as e:
    print(e)
print(hash(P(1)) == hash(1), hash(P) == hash(P), P == P, P != E)
class DefaultEq: pass
x, y = DefaultEq(), DefaultEq()
print(x == x, x == y, x != y, hash(x) == hash(x), len({x, y, x}), x.__eq__(x), x.__eq__(y), x.__ne__(x))
class Mutate:
    def __init__(self, d): self.d = d
    def __hash__(self): return 5
    def __eq__(self, o):
        self.d.clear()
        return False
d = {}
d[Mutate(d)] = 1
d[Mutate(d)] = 2
print(len(d) <= 2)
class BigHash:
    def __hash__(self): return 1 << 100
print(BigHash() in {BigHash()}, hash(True), hash(BigHash()) == hash(1 << 100))
