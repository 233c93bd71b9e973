def f(a, b=1, *, c=2): pass
def g(): pass
def h(a, b, c): pass
def k(*, x, y): pass
for fn in (lambda: f(), lambda: f(1, 2, 3), lambda: g(1), lambda: h(1), lambda: h(1, 2), lambda: h(1, 2, 3, 4),
           lambda: f(1, d=5), lambda: f(1, a=2), lambda: k(), lambda: k(x=1), lambda: 5(), lambda: "a"(1)):
    try:
        fn()
    except TypeError as e:
        print(e)
