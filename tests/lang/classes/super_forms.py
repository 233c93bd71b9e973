class A:
    n = 1
    def f(self, x): return "A", x
    @classmethod
    def make(cls): return cls.__name__
class B(A):
    def f(self, x): return super(B, self).f(x + 1), super().f(x)
    def g(self):
        return [super(B, self).n, (lambda: super(B, self).n)()]
    @classmethod
    def make(cls): return "B:" + super().make()
print(B().f(1), B().g(), B.make())
