def g():
    a = 1
    while a < 50:
        b = yield a
        a = a * 2 + (b or 0)
it = g()
print(next(it), it.send(3), next(it), list(it))
def two():
    yield from two_inner(1)
    yield from two_inner(2)
def two_inner(n):
    for i in range(n):
        yield n, i
print(list(two()))
