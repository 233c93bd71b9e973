class A: pass
a = A()
setattr(a, "q", 1)
print(getattr(a, "q"), hasattr(a, "q"), getattr(a, "w", None))
delattr(a, "q")
print(hasattr(a, "q"))
try:
    a.nope
except AttributeError as e:
    print(e)
try:
    A.nope
except AttributeError as e:
    print(e)
