x = "global"
def f():
    x = "local"
    class A:
        a = x
        def m(self): return x
    class B:
        x = x
        y = x
    return A.a, A().m(), B.x, B.y
print(f())
class C:
    x = "class"
    def m(self): return x
    z = x
print(C().m(), C.z)
