class A:
    def __init__(self): self.real = 1
    def __getattr__(self, n):
        if n.startswith("x"): return n.upper()
        raise AttributeError(n)
a = A()
print(a.real, a.xyz, getattr(a, "zzz", "default"), hasattr(a, "xa"), hasattr(a, "b"))
class B:
    def __setattr__(self, n, v):
        object_set.append((n, v))
object_set = []
b = B()
b.k = 5
print(object_set)
