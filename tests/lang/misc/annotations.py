x: int = 5
y: "nothing"
def f(a: int, b: str = "q") -> list:
    z: int
    w: float = 1.5
    return [a, b, w]
class C:
    k: int = 3
    m: str
    def __init__(self): self.v: int = 7
print(x, f(1), C.k, C().v, hasattr(C, "m"))
