class A:
    pass
names = ["alpha", "beta"]
a = A()
for i, n in enumerate(names):
    setattr(a, n, i)
print([getattr(a, n) for n in names], a.beta)
