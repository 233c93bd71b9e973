class Bag:
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __len__(self): return len(self.d)
    def __contains__(self, k): return k in self.d
    def __iter__(self): return iter(sorted(self.d))
    def __call__(self, *a): return a
b = Bag()
b["x"] = 1
b["y"] = 2
b["x"] += 10
print(b["x"], len(b), "y" in b, "q" in b, list(b), b(1, 2), bool(b))
del b["x"]
print(len(b))
class S:
    def __getitem__(self, i): return i
print(S()[1:2], S()[::3], S()[1, 2], S()[1:2, ...])
