class N:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __le__(self, o): return self.n <= o.n
    def __eq__(self, o): return self.n == o.n
    def __repr__(self): return f"N{self.n}"
l = [N(3), N(1), N(2)]
print(sorted(l), min(l), max(l), N(1) < N(2), N(1) > N(2), N(2) >= N(2), N(1) != N(1))
try:
    N(1) < 5
except AttributeError as e:
    print(e)
class Q: pass
try:
    Q() < Q()
except TypeError as e:
    print(e)
