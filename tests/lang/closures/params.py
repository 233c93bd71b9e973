def f(a, b, *c, **d):
    def g(): return a, b, c, d
    a = a * 10
    return g
print(f(1, 2, 3, k=4)())
def deco(n):
    def wrap(fn):
        def inner(*a, **k):
            return n, fn(*a, **k)
        return inner
    return wrap
@deco(1)
@deco(2)
def h(x, y=3): return x + y
print(h(4), h(1, y=1))
