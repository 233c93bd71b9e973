def f(*a, **k): return a, sorted(k.items())
x, y, d = [1, 2], (3,), {"k": 1}
print(f(0, *x, 4, *y, z=5, **d), f(*[], **{}), f(*x, *x), f(**d, q=2))
print(f(*(i for i in range(3))))
try:
    f(*5)
except TypeError as e:
    print(e)
