def f():
    fs = []
    for i in range(3):
        def g(): return i
        fs.append(g)
        j = i
    return [g() for g in fs], j
print(f())
def h():
    fs = []
    for i in range(3):
        def mk(k):
            return lambda: k
        fs.append(mk(i))
    return [g() for g in fs]
print(h())
