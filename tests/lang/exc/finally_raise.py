def f():
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")
try:
    f()
except KeyError as e:
    print(repr(e), repr(e.__context__))
def g():
    try:
        raise ValueError("v")
    except ValueError:
        raise
    finally:
        print("fin")
try:
    g()
except ValueError as e:
    print(e)
