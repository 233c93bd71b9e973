class A:
    class B:
        v = 5
        def f(self): return "inner", self.v
    def make(self): return self.B()
print(A().make().f(), A.B.v, A.B.__qualname__)
def f():
    class L:
        def g(self): return L
    return L
print(f()().g().__name__, f().__qualname__)
