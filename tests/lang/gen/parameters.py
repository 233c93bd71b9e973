def g(a, b=2, *c, d=4, **e):
    yield a, b
    yield c, d, e
print(list(g(1)), list(g(1, 3, 5, d=6, f=7)))
