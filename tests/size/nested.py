# C that calls Python that calls C, as deep as a small stack allows.
class A:
    def __init__(self, n):
        self.n = n

    def __lt__(self, o):
        return self.n < o.n

    def __eq__(self, o):
        return self.n == o.n

    def __hash__(self):
        return self.n

    def __repr__(self):
        return f"A({self.n})"


xs = sorted([A(3), A(1), A(2)])
print(xs, sorted([3, 1, 2], key=lambda v: -v), {A(1): "x"}[A(1)])
print([[A(1)], (A(2), {"k": [A(3)]})])


def fact(n):
    return n if n < 2 else n * fact(n - 1)


print(fact(15))


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


try:
    print(deep(1000000))
except RecursionError as e:
    print("deep")


d = {}
for i in range(100):
    d[i] = str(i)
print(len(d), d[99])
print(list(range(150, 0, -1))[:3], sorted(range(150, 0, -1))[:3])
