def make():
    x = [0]
    y = 1
    def get(): return x, y
    def put(v):
        nonlocal y
        y = v
        x.append(v)
    return get, put
g, p = make()
p(5)
p(6)
print(g())
