class N:
    def __init__(self, v):
        self.v = v
    def __repr__(self):
        return "N(%r)" % (self.v,)

class Left(N):
    def __add__(self, o): return ("add", self.v, o)
    def __sub__(self, o): return ("sub", self.v, o)
    def __mul__(self, o): return ("mul", self.v, o)
    def __truediv__(self, o): return ("truediv", self.v, o)
    def __floordiv__(self, o): return ("floordiv", self.v, o)
    def __mod__(self, o): return ("mod", self.v, o)
    def __pow__(self, o): return ("pow", self.v, o)
    def __lshift__(self, o): return ("lshift", self.v, o)
    def __rshift__(self, o): return ("rshift", self.v, o)
    def __and__(self, o): return ("and", self.v, o)
    def __or__(self, o): return ("or", self.v, o)
    def __xor__(self, o): return ("xor", self.v, o)
    def __matmul__(self, o): return ("matmul", self.v, o)
    def __divmod__(self, o): return ("divmod", self.v, o)

class Right(N):
    def __radd__(self, o): return ("radd", self.v, o)
    def __rsub__(self, o): return ("rsub", self.v, o)
    def __rmul__(self, o): return ("rmul", self.v, o)
    def __rtruediv__(self, o): return ("rtruediv", self.v, o)
    def __rfloordiv__(self, o): return ("rfloordiv", self.v, o)
    def __rmod__(self, o): return ("rmod", self.v, o)
    def __rpow__(self, o): return ("rpow", self.v, o)
    def __rlshift__(self, o): return ("rlshift", self.v, o)
    def __rrshift__(self, o): return ("rrshift", self.v, o)
    def __rand__(self, o): return ("rand", self.v, o)
    def __ror__(self, o): return ("ror", self.v, o)
    def __rxor__(self, o): return ("rxor", self.v, o)
    def __rmatmul__(self, o): return ("rmatmul", self.v, o)
    def __rdivmod__(self, o): return ("rdivmod", self.v, o)

class In(N):
    def __iadd__(self, o): self.v = ("iadd", o); return self
    def __isub__(self, o): self.v = ("isub", o); return self
    def __imul__(self, o): self.v = ("imul", o); return self
    def __itruediv__(self, o): self.v = ("itruediv", o); return self
    def __ifloordiv__(self, o): self.v = ("ifloordiv", o); return self
    def __imod__(self, o): self.v = ("imod", o); return self
    def __ipow__(self, o): self.v = ("ipow", o); return self
    def __ilshift__(self, o): self.v = ("ilshift", o); return self
    def __irshift__(self, o): self.v = ("irshift", o); return self
    def __iand__(self, o): self.v = ("iand", o); return self
    def __ior__(self, o): self.v = ("ior", o); return self
    def __ixor__(self, o): self.v = ("ixor", o); return self
    def __imatmul__(self, o): self.v = ("imatmul", o); return self

def ops(a, b):
    fs = [lambda: a + b, lambda: a - b, lambda: a * b, lambda: a / b, lambda: a // b, lambda: a % b, lambda: a ** b,
          lambda: a << b, lambda: a >> b, lambda: a & b, lambda: a | b, lambda: a ^ b, lambda: a @ b, lambda: divmod(a, b)]
    for f in fs:
        try:
            print(f())
        except TypeError as e:
            print("TypeError", e)

ops(Left(1), 2)
ops(2, Right(1))
ops(1.5, Right(1))
ops([1], Right(1))
ops(None, Right(1))
ops(Right(1), 2)
ops(2, Left(1))
ops(Left(1), Right(2))
ops(N(1), N(2))
ops(N(1), 2)
ops({1}, N(2))
ops({1: 2}, Right(2))

def inplace(a, b):
    x = a; x += b; print(x)
    x = a; x -= b; print(x)
    x = a; x *= b; print(x)
    x = a; x /= b; print(x)
    x = a; x //= b; print(x)
    x = a; x %= b; print(x)
    x = a; x **= b; print(x)
    x = a; x <<= b; print(x)
    x = a; x >>= b; print(x)
    x = a; x &= b; print(x)
    x = a; x |= b; print(x)
    x = a; x ^= b; print(x)
    x = a; x @= b; print(x)

inplace(In(1), 5)
inplace(Left(1), 5)
inplace(5, Right(7))
try:
    x = N(1)
    x += 1
except TypeError as e:
    print(e)
try:
    x = N(1)
    x **= 1
except TypeError as e:
    print(e)
try:
    x = N(1)
    x @= 1
except TypeError as e:
    print(e)

class Base(N):
    def __add__(self, o): return "Base.add"
    def __radd__(self, o): return "Base.radd"
class Derived(Base):
    def __radd__(self, o): return "Derived.radd"
class Derived2(Base):
    pass
print(Base(1) + Derived(1), Derived(1) + Base(1), Base(1) + Derived2(1), Derived(1) + Derived(2))
class NI(N):
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): return NotImplemented
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
for f in (lambda: NI(1) + 1, lambda: 1 + NI(1), lambda: NI(1) + NI(2), lambda: NI(1) < NI(2), lambda: NI(1) < 2, lambda: 1 < NI(3), lambda: NI(1) == NI(2), lambda: NI(1) != NI(1)):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(sum([Right(1)], 0), pow(Left(1), 2))
class Neg:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return "trunc"
print(-Neg(), +Neg(), ~Neg(), abs(Neg()), round(Neg()), round(Neg(), 2))
for f in (lambda: -N(1), lambda: +N(1), lambda: ~N(1), lambda: abs(N(1)), lambda: round(N(1))):
    try:
        f()
    except TypeError as e:
        print(e)
