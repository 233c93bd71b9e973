class G:
    def __init__(self): self.real = 1
    def __getattr__(self, name):
        if name.startswith("dyn_"): return name[4:]
        raise AttributeError("no " + name)
g = G()
print(g.real, g.dyn_abc, hasattr(g, "dyn_x"), hasattr(g, "nope"), getattr(g, "nope", "def"), getattr(g, "dyn_q"))
try:
    g.nope
except AttributeError as e:
    print(e)
try:
    g.method(1)
except AttributeError as e:
    print(e)
class S:
    def __init__(self):
        self.a = 1
    def __setattr__(self, n, v):
        print("set", n, v)
        object.__setattr__(self, n, v)
    def __delattr__(self, n):
        print("del", n)
        object.__delattr__(self, n)
s = S()
s.b = 2
setattr(s, "c", 3)
s.b += 10
print(s.a, s.b, s.c)
del s.b
delattr(s, "c")
print(hasattr(s, "b"), hasattr(s, "c"))
try:
    del s.zzz
except AttributeError as e:
    print(e)
class S2(S):
    def __setattr__(self, n, v): super().__setattr__(n, v * 2)
s2 = S2()
s2.q = 4
print(s2.q, s2.a)
class GA:
    x = 5
    def __getattribute__(self, n):
        if n == "hidden": raise AttributeError("hidden")
        if n == "magic": return 42
        return object.__getattribute__(self, n)
    def hidden(self): pass
    def m(self): return "m"
ga = GA()
print(ga.x, ga.magic, ga.m(), hasattr(ga, "hidden"))
class Both:
    def __getattribute__(self, n):
        if n == "a": return "A"
        raise AttributeError(n)
    def __getattr__(self, n): return "fallback-" + n
print(Both().a, Both().b)
class Proxy:
    def __init__(self, o): object.__setattr__(self, "_o", o)
    def __getattr__(self, n): return getattr(self._o, n)
    def __setattr__(self, n, v): setattr(self._o, n, v)
class T: pass
t = T()
p = Proxy(t)
p.z = 9
print(t.z, p.z)
p2 = Proxy([3, 1, 2])
p2.append(7)
p2.sort()
print(p2._o)
class Dict:
    def __init__(self, **k): self.__dict__.update(k)
class V:
    pass
v = V()
v.a = 1
v.b = 2
print(sorted(v.__dict__.items()), vars(v) == {"a": 1, "b": 2}, v.__class__ is V, v.__class__.__name__, type(v) is V)
class Slots:
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1
sl = Slots()
print(sl.a, hasattr(sl, "b"))
try:
    sl.c = 1
except AttributeError as e:
    print(e)
try:
    sl.b
except AttributeError as e:
    print(e)
sl.b = 2
del sl.b
print(hasattr(sl, "b"))
class Cnt:
    n = 0
    def inc(self): self.n += 1
a, b = Cnt(), Cnt()
a.inc(); a.inc(); b.inc()
Cnt.n = 10
print(a.n, b.n, Cnt.n, Cnt().n)
a.inc = lambda: "inst"
print(a.inc())
Cnt.added = lambda self, k: (self.n, k)
print(a.added(3), b.added(4))
del Cnt.added
try:
    a.added(1)
except AttributeError as e:
    print(e)
try:
    Cnt.nothing
except AttributeError as e:
    print(e)
try:
    del Cnt.nothing
except AttributeError as e:
    print(e)
def f(): pass
f.attr = 5
f.attr += 1
print(f.attr, f.__name__, hasattr(f, "zip"))
for x, n in ((1, "foo"), ("s", "foo"), ([], "foo"), (None, "foo"), (f, "foo"), (len, "foo"), (a.inc, "foo"), (int, "foo"), (1.5, "foo"), ((), "foo"), ({}, "foo"), (range(3), "foo"), (b"", "foo"), (True, "foo")):
    try:
        getattr(x, n)
    except AttributeError as e:
        print(e)
for x in (1, "s", [], None, 1.5, (), {}, set()):
    try:
        x.foo = 1
    except AttributeError as e:
        print(e)
