def g(n):
    for i in range(n):
        yield i
    return "done"
print(list(g(3)), sum(g(5)), [x for x in g(2)])
it = g(1)
print(next(it))
try:
    next(it)
except StopIteration as e:
    print("stop", e.value)
print(next(it, "default"))
