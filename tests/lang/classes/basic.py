class A:
    kind = "a"
    def __init__(self, x, y=2):
        self.x = x
        self.y = y
    def total(self):
        return self.x + self.y
    def set(self, **kw):
        for k, v in kw.items():
            setattr(self, k, v)
        return self
a = A(1)
print(a.x, a.y, a.total(), a.kind, A.kind)
a.kind = "mine"
a.extra = [1]
print(a.kind, A.kind, a.extra, a.set(x=10, q=5).total(), a.q)
print(A(3, y=4).total(), type(a).__name__, isinstance(a, A))
