class M:
    def __init__(self, v): self.v = v
    def __enter__(self): return self.v
    def __exit__(self, *a): pass
with M((1, 2)) as (a, b):
    print(a, b)
class O: pass
o, d = O(), {}
with M(3) as o.x, M(4) as d["k"]:
    print(o.x, d)
