def f():
    a = b = 0
    def g():
        nonlocal a
        a = 1
        b = 5
        def h():
            nonlocal a, b
            a += 10
            b += 10
            return a, b
        return h(), b
    return g(), a, b
print(f())
