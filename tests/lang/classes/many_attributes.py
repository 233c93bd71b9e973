class M:
    def __init__(self):
        self.a = 1; self.b = 2; self.c = 3; self.d = 4; self.e = 5; self.f = 6; self.g = 7
    def more(self):
        for i, n in enumerate(["p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z", "dyn7", "dyn19"]):
            setattr(self, n, i)
        return self.dyn7 + self.dyn19
m = M()
print(m.more(), m.a + m.g)
m.a, m.b = m.b, m.a
print(m.a, m.b)
