class M:
    def __enter__(self): return self
    def __exit__(self, *a): raise KeyError("from exit")
try:
    with M():
        raise ValueError("body")
except KeyError as e:
    print(e, repr(e.__context__))
class N:
    def __enter__(self): raise ValueError("enter")
    def __exit__(self, *a): print("never")
try:
    with N(): pass
except ValueError as e:
    print(e)
