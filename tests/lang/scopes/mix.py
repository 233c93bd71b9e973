x = "global"
# needs: names
def outer():
    x = "outer"
    def inner():
        nonlocal x
        x = "changed"
        def inner2():
            global x
            x = "newglobal"
            return x
        return inner2()
    r = inner()
    return x, r
print(outer(), x)
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return inc, get
inc, get = counter()
inc(); inc(5)
print(get())
fs = []
for i in range(3):
    fs.append(lambda: i)
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs], [f(9) for f in fs])
fs = [lambda: j for j in range(3)]
print([f() for f in fs])
def mk():
    return [(lambda: k * m) for k in range(2) for m in range(2)]
print([f() for f in mk()])
def unbound():
    try:
        print(v)
    except UnboundLocalError as e:
        print(e)
    v = 1
    del v
    try:
        v
    except UnboundLocalError as e:
        print(e)
    try:
        del v
    except UnboundLocalError as e:
        print(e)
unbound()
def freevar():
    def use(): return late
    try:
        use()
    except NameError as e:
        print(type(e).__name__, e)
    late = 5
    print(use())
    del late
    try:
        use()
    except NameError as e:
        print(type(e).__name__, e)
freevar()
try:
    print(undefined_thing)
except NameError as e:
    print(e)
try:
    del undefined_thing2
except NameError as e:
    print(e)
class K:
    y = 1
    def m(self):
        try:
            return y
        except NameError as e:
            return str(e)
    z = [y for _ in range(1)] if False else y
    lam = lambda self: K.y
print(K().m(), K().lam())
def classclosure(v):
    class L:
        v2 = v
        def get(self): return v
        def set(self, n):
            nonlocal v
            v = n
    return L
L = classclosure(3)
l = L()
l.set(8)
print(l.get(), L.v2)
def shadow(len, print_=print):
    list = [1]
    print_(len, list)
shadow(5)
def g1():
    global newg
    newg = 42
g1()
print(newg)
def gdel():
    global newg
    del newg
gdel()
try:
    newg
except NameError as e:
    print(e)
def default_mut(a, acc=[]):
    acc.append(a)
    return acc
print(default_mut(1), default_mut(2))
def nested_comp(n):
    return [[(i, j, n) for j in range(i)] for i in range(3)]
print(nested_comp(7))
def compwalrus():
    r = [last := i for i in range(4)]
    return r, last
print(compwalrus())
def deco(*args, **kw):
    def wrap(f):
        def inner(*a, **k):
            return (args, sorted(kw), f(*a, **k))
        inner.__name__ = f.__name__
        inner.calls = 0
        return inner
    return wrap
@deco(1, k=2)
def target(a, b=3): return a + b
print(target(1), target(1, b=5), target.__name__, target.calls)
class Deco:
    def __init__(self, f): self.f = f; self.n = 0
    def __call__(self, *a):
        self.n += 1
        return self.f(*a)
    def __get__(self, o, t):
        return lambda *a: self(o, *a)
@Deco
def called(x): return x * 2
print(called(3), called(4), called.n)
class HasDeco:
    @Deco
    def meth(self, x): return (type(self).__name__, x)
print(HasDeco().meth(5))
def memo(f):
    cache = {}
    def w(n):
        if n not in cache: cache[n] = f(n)
        return cache[n]
    return w
@memo
def fibm(n): return n if n < 2 else fibm(n - 1) + fibm(n - 2)
print(fibm(80))
compose = lambda *fs: (lambda x: x if not fs else compose(*fs[1:])(fs[0](x)))
print(compose(lambda x: x + 1, lambda x: x * 2)(5))
Y = lambda f: (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a)))
print(Y(lambda s: lambda n: 1 if n == 0 else n * s(n - 1))(10))
_private = 1
__mangled = 2
class Mangle:
    __a = 5
    def __b(self): return self.__a
    def c(self): return self.__b()
print(Mangle().c(), Mangle._Mangle__a, hasattr(Mangle, "__a"))
if True:
    def cond(): return "first"
else:
    def cond(): return "second"
print(cond())
def redefine(): return 1
def redefine(): return 2
print(redefine())
print((lambda *, a, b=2: (a, b))(a=1), (lambda a, /, b: (a, b))(1, b=2), (lambda *a, **k: (a, k))(1, z=2))
