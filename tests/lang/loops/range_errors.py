def f(*a):
    try:
        for i in range(*a):
            pass
        return "ok"
    except (TypeError, ValueError) as e:
        return str(e)
print(f(3), f(1, 2, 0), f("a"), f(1.5))
def g(x):
    try:
        for i in range(x):
            return i
    except TypeError as e:
        return str(e)
def h(x):
    try:
        for i in range(0, 5, x):
            return i
    except ValueError as e:
        return str(e)
print(g(2), g("x"), h(0), h(1))
