def inner():
    x = yield 1
    print("got", x)
    yield 2
    return "ret"
def outer():
    r = yield from inner()
    print("r", r)
    yield from [3, 4]
    yield from (c for c in "ab")
g = outer()
print(next(g), g.send("hi"), list(g))
