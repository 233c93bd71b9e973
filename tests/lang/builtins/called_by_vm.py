# Methods that only the VM or a format string calls are kept by the compiler.
class P:
    @property
    def area(self):
        return 7


class M:
    def keys(self):
        return ["a", "b"]

    def __getitem__(self, k):
        return k * 2


class It:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def send(self, v):
        if v == 3:
            raise StopIteration(9)
        return ("sent", v)

    def throw(self, e):
        return "thrown"

    def close(self):
        print("closed")


def g():
    r = yield from It()
    print("r", r)


print("{0.area}".format(P()))
print({**M()}, dict(M()))
i = g()
print(next(i), i.send(5))
j = i

j.close()
