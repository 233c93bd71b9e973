def make(n):
    k = n
    def g():
        nonlocal k
        while k:
            k -= 1
            yield k
    return g, lambda: k
g, k = make(3)
it = g()
print(next(it), k(), next(it), k(), list(it), k())
