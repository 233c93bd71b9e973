class A:
    def __init__(self, n): self.n = n
    def f(self, k): return self.n * k
ms = [A(2).f, A(3).f]
print([m(5) for m in ms], list(map(A(4).f, [1, 2])))
print(sorted([A(3), A(1)], key=lambda a: a.n)[0].n)
m = A(9).f
print(m.__self__.n, m == m)
