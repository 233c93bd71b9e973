def f(x):
    try:
        if x: raise ValueError(x)
    except ValueError as e:
        print("except", e)
    else:
        print("else")
    finally:
        print("finally")
    return "end"
print(f(0), f(1))
def g():
    try:
        return "try"
    finally:
        print("fin")
print(g())
def h():
    try:
        return "try"
    finally:
        return "finally"
print(h())
