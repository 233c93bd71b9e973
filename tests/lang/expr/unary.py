class U:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
u = U()
print(-u, +u, ~u, -5, +5, ~5, -True, ~0, - 2.5, not u)
