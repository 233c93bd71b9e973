class M:
    def __init__(self):
        self.a = 1; self.b = 2; self.c = 3; self.d = 4; self.e = 5; self.f = 6; self.g = 7
    def more(self):
        for i in range(20):
            setattr(self, "dyn" + str(i), i)
        return self.dyn7 + self.dyn19
m = M()
print(m.more(), m.a + m.g)
m.a, m.b = m.b, m.a
print(m.a, m.b)
