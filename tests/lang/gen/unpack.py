def g():
    yield 1
    yield 2
    yield 3
a, b, c = g()
print(a, b, c, *g(), [*g(), 4], max(g()))
x, *y = g()
print(x, y)
print(dict((i, i * i) for i in g()), tuple(g()), 2 in g(), sorted(g(), reverse=True))
