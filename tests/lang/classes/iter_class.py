class Fib:
    def __init__(self, n): self.a, self.b, self.n = 0, 1, n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        r = self.a
        self.a, self.b = self.b, self.a + self.b
        return r
print(list(Fib(10)), max(Fib(5)), 8 in Fib(10))
