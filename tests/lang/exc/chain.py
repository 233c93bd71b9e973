try:
    try:
        raise ValueError("a")
    except ValueError as e:
        raise KeyError("b") from e
except KeyError as k:
    print(repr(k.__cause__), repr(k.__context__))
try:
    try:
        raise ValueError("a")
    except ValueError:
        raise KeyError("b") from None
except KeyError as k:
    print(k.__cause__, k.__suppress_context__)
