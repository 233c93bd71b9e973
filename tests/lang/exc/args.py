e = ValueError(1, "two")
print(e.args, str(e), repr(e), str(ValueError()), repr(ValueError()), str(KeyError("k")), str(ValueError("k")))
try:
    raise e
except ValueError as x:
    print(x is e)
