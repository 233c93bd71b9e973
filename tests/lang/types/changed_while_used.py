# An index, a value or a length that changes the container while it is in use.
def attempt(fn, *args):
    try:
        print(repr(fn(*args)))
    except BaseException as e:
        print(type(e).__name__, e)


class Clear:
    def __init__(self, target, result):
        self.target, self.result = target, result

    def __index__(self):
        self.target.clear()
        return self.result


def get(make):
    o = make()
    return o[Clear(o, 5)]


def put(make):
    o = make()
    o[Clear(o, 5)] = 1
    return o


def remove(make):
    o = make()
    del o[Clear(o, 5)]
    return o


def part(make):
    o = make()
    return o[Clear(o, 2) : 8]


def put_part(make):
    o = make()
    o[Clear(o, 2) : 8] = b"ab"
    return o


def put_step(make):
    o = make()
    o[Clear(o, 0) : 8 : 2] = b"abcd"
    return o


def del_step(make):
    o = make()
    del o[Clear(o, 0) : 8 : 2]
    return o


def value(make):
    o = make()
    o[5] = Clear(o, 7)
    return type(o)


def insert(make):
    o = make()
    o.insert(Clear(o, 5), 1)
    return o


def pop(make):
    o = make()
    return o.pop(Clear(o, 5))


def multiply(make):
    o = make()
    return o * Clear(o, 2)


def multiply_in_place(make):
    o = make()
    o *= Clear(o, 2)
    return o


for make in (lambda: [0] * 1000, lambda: bytearray(1000)):
    for fn in (get, put, remove, part, put_part, put_step, del_step, value, insert, pop, multiply, multiply_in_place):
        print(fn.__name__, end=" ")
        attempt(fn, make)
l = [0] * 10
attempt(lambda: l.index(0, Clear(l, 2)))
l = m = [1]


class Two:
    def __index__(self):
        return 2


l *= Two()
print(l, l is m, Two() * l)
