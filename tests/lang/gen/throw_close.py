def g():
    try:
        yield 1
        yield 2
    except ValueError as e:
        print("caught", e)
        yield 99
    finally:
        print("cleanup")
a = g()
print(next(a), a.throw(ValueError("v")))
print(next(a, "end"))
b = g()
next(b)
b.close()
print("closed")
c = g()
next(c)
try:
    c.throw(KeyError("k"))
except KeyError as e:
    print("out", e)
