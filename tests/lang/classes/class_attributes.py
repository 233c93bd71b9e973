class A:
    x = 1
    y = x + 1
    l = [x, y]
    def f(self): return self.x
    g = f
    if y > 1:
        z = "cond"
    for i in range(3):
        pass
    del i
a = A()
print(A.y, A.l, a.g(), A.z, hasattr(A, "i"))
A.x = 50
print(a.f(), A().x)
A.new = lambda self: self.y
print(a.new())
