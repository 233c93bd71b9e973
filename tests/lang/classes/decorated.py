def reg(cls):
    cls.tag = "reg"
    return cls
def named(n):
    def w(cls):
        cls.n = n
        return cls
    return w
@reg
@named("x")
class A: pass
print(A.tag, A.n)
