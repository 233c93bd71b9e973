class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n
print(list(Count(4)), sum(Count(5)), [x for x in Count(2)])
for x in Count(3):
    print(x)
class Get:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * i
print(list(Get()), 4 in Get(), 5 in Get())
it = iter([1, 2])
print(next(it), next(it), next(it, "end"))
