class P:
    __slots__ = ("x", "y")
    def __init__(self): self.x = 1
p = P()
p.y = 2
print(p.x, p.y)
try:
    p.z = 1
except AttributeError as e:
    print("no z")
