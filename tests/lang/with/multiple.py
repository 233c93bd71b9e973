class M:
    def __init__(self, n): self.n = n
    def __enter__(self): print("in", self.n); return self
    def __exit__(self, *a): print("out", self.n, a[0] is not None)
with M(1) as a, M(2) as b:
    print(a.n, b.n)
with (M(3), M(4) as c,):
    print(c.n)
try:
    with M(5), M(6):
        1 / 0
except ZeroDivisionError:
    print("zd")
