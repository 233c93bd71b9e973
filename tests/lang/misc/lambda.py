f = lambda: 1
g = lambda x, y=2, *a, k=3, **kw: (x, y, a, k, kw)
print(f(), g(1), g(1, 5, 6, k=7, z=8), (lambda x: lambda y: x + y)(1)(2))
print(sorted([(2, "a"), (1, "b")], key=lambda t: t[1]), (lambda *a: len(a))(1, 2, 3))
