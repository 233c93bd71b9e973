class A:
    def m(self, *a, **k): return a, k
    f = lambda self, x: x * 2
a = A()
print(a.m(1, x=2), A.m(a, 3), a.f(4))
b = a.m
print(b(5), b(*[6], **{"y": 7}))
a.g = lambda x: x + 1
print(a.g(8))
print("abc".upper(), (lambda: "z")(), [1, 2].index(2), {}.get("k", 0))
