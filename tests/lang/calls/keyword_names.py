# Keywords are compared with parameters by number, and with those of built-ins by text.
def f(a, *, key=3, **kw):
    return a, key, sorted(kw.items())
class C:
    def __init__(self, x, __y=2): self.x = x
    def g(self): return f(1, __p=3)
print(f(1, key=4, other=5), f(a=2))
print(C(x=3).x, C(3).g())
d = dict(a=1, b=2); print(d)
print(sorted([3,1,2], reverse=True), max([1,5,3], key=lambda v: -v))
try:
    f(1, a=2)
except TypeError as e: print(e)
try:
    C(q=2)
except TypeError as e: print(e)
print("{x} {y}".format(x=1, y=2), int("ff", base=16))
def h(**kw):
    for i in range(3): kw["z%d" % i] = i
    return kw
print(h(b=1) == {"b": 1, "z0": 0, "z1": 1, "z2": 2}, h(z0=9)["z0"])
try:
    print(1, nope=2)
except TypeError as e: print(e)
try: (3).bit_length(x=1)
except TypeError as e: print(e)
how = "encoding"
print("abc".encode(**{how: "utf-8"}), "a b c".rsplit(**{"max" + "split": 1}))
