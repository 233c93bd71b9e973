def f(a, b):
    c = a + b; d = a - b; e = a * b; g = a / b
    c = c + a; d = d - a; e = e * a; g = g / a
    l = [a, b]
    h = l[0] + l[1]
    l[0] = h
    i = 0
    l[i] = l[i] + 1
    return c, d, e, g, h, l, a < b, a == b, a << 2, b >> 1, a % 3, a // 2, a & 7
print(f(10, 4), f(1.5, 2) if False else 0)
class S:
    def __init__(s, v): s.v = v
    def __add__(s, o): return ("add", s.v, o if isinstance(o, int) else o.v)
    def __lt__(s, o): return "truthy"
def g(a, b):
    if a < b:
        return a + b, a + 1
print(g(S(1), S(2)))
