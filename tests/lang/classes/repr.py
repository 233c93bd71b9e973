class A:
    def __repr__(self): return "<A>"
class B(A):
    def __str__(self): return "B!"
print(A(), B(), [A(), B()], f"{B()} {B()!r}", str(A()), repr(B()))
