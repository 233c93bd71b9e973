def f(a, b=2, *c):
    return a, b, c
print(f(1), f(1, 5), f(1, 5, 6, 7))
print(f(*[1, 2, 3]), f(*(), 9), f(0, *"ab", *[1]))
def g(): pass
print(g())
