def a(x):
    def b(y):
        def c(z):
            return x + y + z, x
        return c
    return b
print(a(1)(2)(3))
def f():
    v = 1
    def g():
        def h():
            nonlocal v
            v += 1
            return v
        return h
    h = g()
    h()
    return h(), v
print(f())
