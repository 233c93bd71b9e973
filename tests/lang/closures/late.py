# needs: names
def f():
    def g(): return v
    v = 1
    r = [g()]
    v = 2
    r.append(g())
    return r
print(f())
def h():
    def k(): return w
    try:
        k()
    except NameError as e:
        print(e)
    w = 1
    return k()
print(h())
