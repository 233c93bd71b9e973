def f(x, acc=[]):
    acc.append(x)
    return acc
print(f(1), f(2), f(3, []))
n = 5
def g(a=n, *, b=n * 2): return a, b
n = 6
print(g(), g(1), g(b=0))
fs = [lambda i=i: i for i in range(3)]
print([h() for h in fs])
