class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = "_" + name
    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return getattr(obj, self.name, "unset")
    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError("bad " + self.name)
        setattr(obj, self.name, value)
    def __delete__(self, obj):
        print("delete", self.name)
        delattr(obj, self.name)
class Pt:
    x = Typed(int)
    y = Typed(str)
p = Pt()
print(p.x)
p.x = 3
p.y = "s"
print(p.x, p.y, p._x, Pt.x is Pt.__dict__["x"] if False else isinstance(Pt.x, Typed))
try:
    p.x = "no"
except TypeError as e:
    print(e)
del p.x
print(p.x)
class NonData:
    def __get__(self, obj, owner): return ("got", obj is None, owner.__name__)
class C:
    nd = NonData()
    def __init__(self): pass
c = C()
print(c.nd, C.nd)
c.nd = 5
print(c.nd, C.nd)
del c.nd
print(c.nd)
class ReadOnly:
    def __get__(self, obj, owner): return 1
    def __set__(self, obj, v): raise AttributeError("read only")
class D(C):
    r = ReadOnly()
d = D()
print(d.r, d.nd)
try:
    d.r = 3
except AttributeError as e:
    print(e)
class Cached:
    def __init__(self, f): self.f = f
    def __set_name__(self, o, n): self.n = n
    def __get__(self, obj, owner):
        v = self.f(obj)
        setattr(obj, self.n, v)
        return v
class K:
    @Cached
    def big(self):
        print("computing")
        return 99
k = K()
print(k.big, k.big)
class Meth:
    def __init__(self, f): self.f = f
    def __get__(self, obj, owner):
        return lambda *a: self.f(obj, *a)
class L:
    @Meth
    def m(self, a, b): return (self is None, a, b)
print(L().m(1, 2), L.m(3, 4))
class Temp:
    def __init__(self): self._c = 0
    @property
    def c(self):
        "doc"
        return self._c
    @c.setter
    def c(self, v):
        if v < -273: raise ValueError("too cold")
        self._c = v
    @c.deleter
    def c(self):
        print("deleting")
        self._c = None
    f = property(lambda self: self._c * 9 / 5 + 32)
t = Temp()
t.c = 100
print(t.c, t.f)
try:
    t.c = -300
except ValueError as e:
    print(e)
try:
    t.f = 1
except AttributeError as e:
    print(e)
try:
    del t.f
except AttributeError as e:
    print(e)
del t.c
print(t.c)
t2 = Temp()
t2.c += 5
t2.c *= 2
print(t2.c)
class Sub(Temp):
    @Temp.c.setter
    def c(self, v): self._c = v * 1000
s = Sub()
s.c = 2
print(s.c)
class Sub2(Temp):
    @property
    def c(self): return super().c + 1
s2 = Sub2()
print(s2.c)
try:
    s2.c = 3
except AttributeError as e:
    print(e)
class ErrProp:
    @property
    def bad(self): raise AttributeError("inner")
    def __getattr__(self, n): return "fallback " + n
print(ErrProp().bad, ErrProp().other)
class SM:
    @staticmethod
    def s(a, b=2): return (a, b)
    @classmethod
    def c(cls, *a): return (cls.__name__, a)
    @classmethod
    def make(cls): return cls()
class SM2(SM):
    @classmethod
    def c(cls, *a): return ("sub",) + super().c(*a)
    @staticmethod
    def s(a): return SM.s(a, 5)
print(SM.s(1), SM().s(1, b=3), SM.c(1), SM().c(2), SM2.c(3), SM2().c(4), SM2.s(1), type(SM2.make()).__name__)
