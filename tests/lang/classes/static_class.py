class A:
    count = 0
    @staticmethod
    def add(a, b): return a + b
    @classmethod
    def make(cls, *a):
        cls.count += 1
        return cls(), a
print(A.add(1, 2), A().add(3, 4), A.make(1)[1], A.count)
class B(A): pass
print(type(B.make()[0]).__name__, B.count, A.count)
