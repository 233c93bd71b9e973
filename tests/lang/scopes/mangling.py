class A:
    __n = 1
    def __init__(self): self.__v = 2
    def get(self): return self.__v, self.__n, A.__n
    def __hid(self): return "hid"
    def call(self): return self.__hid()
class B(A):
    def __init__(self):
        super().__init__()
        self.__v = 3
    def mine(self): return self.__v
b = B()
print(b.get(), b.mine(), b.call(), b._A__v, b._B__v, A._A__n)
try:
    b.__v
except AttributeError as e:
    print(e)
