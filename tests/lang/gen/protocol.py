def g():
    try:
        x = yield 1
        print("got", x)
        y = yield 2
        print("got", y)
    except GeneratorExit:
        print("exit")
        raise
    except ValueError as e:
        print("ve", e)
        yield "recovered"
    finally:
        print("fin")
    return "ret"
a = g()
print(next(a), a.send("s"))
try:
    a.send("t")
except StopIteration as e:
    print("stop", e.value)
a = g()
next(a)
a.close()
a.close()
try:
    next(a)
except StopIteration as e:
    print("done", e.value)
a = g()
next(a)
print(a.throw(ValueError("thrown")))
try:
    a.throw(KeyError("kk"))
except KeyError as e:
    print("KeyError", e)
a = g()
try:
    a.throw(ValueError("unstarted"))
except ValueError as e:
    print("ve out", e)
a = g()
try:
    a.send(5)
except TypeError as e:
    print(e)
a = g()
next(a)
print(a.throw(ValueError))
a.close()
a = g()
next(a)
try:
    a.throw(TypeError, "old style")
except TypeError as e:
    print(e)
def ignore():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass
a = ignore()
next(a)
try:
    a.close()
except RuntimeError as e:
    print(e)
def inner():
    try:
        r = yield "i1"
        print("inner got", r)
        r = yield "i2"
        print("inner got", r)
    except KeyError as e:
        print("inner KeyError", e)
        yield "i-rec"
    return "inner result"
def outer():
    v = yield from inner()
    print("outer got", v)
    w = yield from [10, 20]
    print("w", w)
    yield from ()
    yield from "ab"
    return v
o = outer()
print(next(o), o.send("A"), o.send("B"), next(o), list(o))
o = outer()
next(o)
print(o.throw(KeyError("q")), next(o))
o = outer()
next(o)
o.close()
o = outer()
next(o)
try:
    o.throw(IndexError("z"))
except IndexError as e:
    print("IndexError", e)
def rec(n):
    if n:
        yield n
        yield from rec(n - 1)
print(list(rec(50))[-3:])
def tree(t):
    if t:
        yield from tree(t[0])
        yield t[1]
        yield from tree(t[2])
print(list(tree(((None, 1, None), 2, (None, 3, (None, 4, None))))))
def reent():
    yield next(me)
me = reent()
try:
    next(me)
except ValueError as e:
    print(e)
def stop():
    yield 1
    raise StopIteration("inside")
s = stop()
next(s)
try:
    next(s)
except RuntimeError as e:
    print(e, repr(e.__cause__))
def ret():
    return 5
    yield
try:
    next(ret())
except StopIteration as e:
    print(e.value, e.args)
print(list(ret()), next(ret(), "default"))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration("v%d" % self.n)
        return self.n
    def send(self, v):
        print("send", v)
        return next(self)
    def throw(self, *a):
        print("throw", type(a[0]).__name__ if not isinstance(a[0], type) else a[0].__name__)
        return 99
    def close(self): print("It.close")
def d():
    r = yield from It()
    print("r", r)
x = d()
print(next(x), x.send("q"), x.throw(ValueError("tt")), list(x))
x = d()
next(x)
x.close()
lazy = (print("ev", i) or i for i in range(3))
print("made")
print(next(lazy), sum(lazy))
print(list(zip((i for i in range(3)), (c for c in "abc"))), max(i * i for i in range(-3, 3)), sorted((i % 3, i) for i in range(6)))
print([x for x in (y for y in range(5) if y % 2)], {k: v for k, v in ((i, i * i) for i in range(3))}, any(i > 2 for i in range(5)), all(i for i in (1, 0)))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f = fib()
print([next(f) for _ in range(10)])
def ctx():
    with M():
        yield 1
        yield 2
class M:
    def __enter__(self): print("enter"); return self
    def __exit__(self, *a): print("exit", a[0].__name__ if a[0] else None)
c = ctx()
next(c)
c.close()
for v in ctx(): print(v)
def lam():
    f = lambda: (yield 5)
    return list(f())
print(lam())
def co():
    total = 0
    while True:
        v = yield total
        if v is None: return total
        total += v
c = co()
next(c)
for i in range(5): c.send(i)
try:
    c.send(None)
except StopIteration as e:
    print(e.value)
def fin_ret():
    try:
        yield 1
    finally:
        return "fr"
q = fin_ret()
next(q)
try:
    print(q.close())
    q = fin_ret(); next(q)
    q.throw(ValueError)
except StopIteration as e:
    print("SI", e.value)
def many(a, b=2, *c, d=4, **e):
    yield a; yield b; yield c; yield d; yield sorted(e.items())
print(list(many(1, 5, 6, 7, d=8, z=9)))
def exc_state():
    try:
        raise KeyError("in gen")
    except KeyError:
        yield 1
        try:
            raise
        except KeyError as e:
            yield str(e)
e = exc_state()
next(e)
try:
    raise ValueError("outside")
except ValueError:
    print(next(e))
    try:
        raise
    except ValueError as v:
        print("still", v)
a, *b = (i for i in range(4))
print(a, b, *(i for i in "xy"))
print(type(fib()).__name__, hasattr(fib(), "send"))
