def f(a, b, c=3, *, d=4, e):
    return a, b, c, d, e
print(f(1, 2, e=5), f(b=1, a=2, e=0), f(1, c=9, b=8, d=7, e=6))
print(f(*[1], **{"b": 2, "e": 3}), f(1, 2, **dict(e=1), d=0))
def g(**kw):
    return sorted(kw.items())
print(g(), g(a=1, b=2), g(**{"x": 1}, y=2))
def h(*a, k=0, **kw):
    return a, k, kw
print(h(1, 2, k=3, z=4), h(*[1], **{"k": 2}))
