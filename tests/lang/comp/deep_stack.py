def f():
    return [1, [2, [x + y for x in range(2) for y in (10, 20)], {k: [k] for k in "ab"}], 3]
print(f(), (lambda *a: a)(1, [i for i in range(3)], {i for i in [5]}, 2))
