class A:
    def __init__(self): self.log = ["A"]
    def who(self): return "A"
    def call(self): return self.who()
class B(A):
    def __init__(self):
        super().__init__()
        self.log.append("B")
    def who(self): return "B" + super().who()
class C(B):
    def who(self): return "C" + super().who()
print(C().call(), C().log, B().call(), A().call())
print(issubclass(C, A), isinstance(B(), C), C.__name__, [k.__name__ for k in C.__mro__])
