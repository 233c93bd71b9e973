class A:
    def who(self): return "A"
    def chain(self): return ["A"]
class B(A):
    def who(self): return "B" + super().who()
    def chain(self): return ["B"] + super().chain()
class C(A):
    def who(self): return "C" + super().who()
    def chain(self): return ["C"] + super().chain()
class D(B, C):
    def who(self): return "D" + super().who()
    def chain(self): return ["D"] + super().chain()
print(D().who(), D().chain(), [c.__name__ for c in D.__mro__], [c.__name__ for c in D.__bases__], A.__bases__, A.__mro__)
print(issubclass(D, A), issubclass(A, D), isinstance(D(), (int, C)), issubclass(bool, int), isinstance(True, int), isinstance(1, object), issubclass(D, object), isinstance(D, type), type(D) is type, isinstance(D(), object))
try:
    class X(A, B): pass
except TypeError as e:
    print(e)
try:
    class Y(A, A): pass
except TypeError as e:
    print(e)
class I:
    def __init__(self, *a, **k):
        print("I", a, sorted(k.items()))
class J(I):
    def __init__(self, x, **k):
        print("J", x)
        super().__init__(x + 1, **k)
class K(I):
    def __init__(self, x, *, y=0, **k):
        print("K", x, y)
        super().__init__(x * 2, **k)
class L(J, K):
    def __init__(self, x, **k):
        print("L")
        super().__init__(x, **k)
L(5, y=7, z=9)
class Meta1:
    def __init_subclass__(cls, **kw):
        print("init_subclass", cls.__name__)
        cls.tag = cls.__name__.lower()
class M1(Meta1): pass
class M2(M1): pass
print(M1.tag, M2.tag)
class New:
    made = 0
    def __new__(cls, *a):
        o = super().__new__(cls)
        New.made += 1
        o.first = a
        return o
    def __init__(self, *a): self.second = a
n = New(1, 2)
print(n.first, n.second, New.made)
class Single:
    _i = None
    def __new__(cls):
        if cls._i is None:
            cls._i = object.__new__(cls)
        return cls._i
print(Single() is Single())
class Other:
    def __new__(cls): return 42
print(Other())
try:
    A(1)
except TypeError as e:
    print(e)
class BadInit:
    def __init__(self): return 5
try:
    BadInit()
except TypeError as e:
    print(e)
class Abstract:
    def run(self): return self.step() + 1
    def step(self): raise NotImplementedError("step")
class Impl(Abstract):
    def step(self): return 10
print(Impl().run())
try:
    Abstract().run()
except NotImplementedError as e:
    print("NIE", e)
print(super(B, D()).who(), super(D, D()).who(), B.who(D()), A.who(B()))
class Mixin:
    def extra(self): return "mixin " + self.who()
class WithMixin(Mixin, B): pass
print(WithMixin().extra())
class Counter:
    instances = []
    def __init__(self): self.instances.append(len(self.instances))
Counter(); Counter()
print(Counter.instances)
class Outer:
    class Inner:
        z = 3
        def get(self): return self.z
    def make(self): return self.Inner()
print(Outer().make().get(), Outer.Inner.__qualname__, Outer.Inner.get.__qualname__, Outer.make.__name__)
def factory(n):
    class Local:
        val = n
        def get(self): return (n, self.val)
    return Local
print(factory(1)().get(), factory(2)().get(), factory(1) is factory(1), factory(3).__qualname__)
class Doc:
    """the doc"""
x = 10
class Scope:
    x = x + 1
    y = [x for _ in range(2)]
    z = x
    def m(self): return x
    if z > 5:
        cond = "yes"
    for i in range(3):
        pass
print(Scope.x, Scope.y, Scope.z, Scope().m(), Scope.cond, Scope.i)
def deco(tag):
    def w(cls):
        cls.tag = tag
        return cls
    return w
@deco("t1")
@deco("t2")
class Deco: pass
print(Deco.tag)
Dyn = type("Dyn", (A,), {"k": 5, "m": lambda self: self.k}) if False else D
print(str(A)[:8], repr(A), A.__name__, A.__module__, type(A()).__name__)
