def f():
    try:
        raise ValueError("a")
    except ValueError as e:
        try:
            raise KeyError("b")
        except KeyError:
            print("inner")
        raise
try:
    f()
except ValueError as e:
    print("got", e)
try:
    raise
except RuntimeError as e:
    print(e)
