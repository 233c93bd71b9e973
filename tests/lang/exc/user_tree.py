class A(Exception): pass
class B(A): pass
class C(B): pass
class D(A, ValueError): pass
def t(e):
    try:
        raise e
    except C: return "C"
    except ValueError: return "V"
    except B: return "B"
    except A: return "A"
print(t(A()), t(B("x")), t(C), t(D(1)))
