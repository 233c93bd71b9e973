class M:
    def __init__(self, n, eat=False): self.n, self.eat = n, eat
    def __enter__(self):
        print("enter", self.n)
        return self.n
    def __exit__(self, t, v, tb):
        print("exit", self.n, t.__name__ if t else None, v)
        return self.eat
with M("a") as x:
    print("body", x)
with M("b", True):
    raise ValueError("eaten")
try:
    with M("c"):
        raise KeyError("out")
except KeyError as e:
    print("got", e)
