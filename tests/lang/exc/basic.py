try:
    1 / 0
except ZeroDivisionError as e:
    print("zero", e)
try:
    [][5]
except (KeyError, IndexError) as e:
    print(type(e).__name__, e)
try:
    int("x")
except Exception as e:
    print(e)
try:
    {}["k"]
except LookupError as e:
    print(repr(e), e.args)
