a, b = 1, 2
print(a, b)
a, b = b, a
print(a, b)
(c, d), [e, f] = (3, 4), "xy"
print(c, d, e, f)
[g, h] = {1: 2, 3: 4}
print(g, h)
a = b = c = 7
print(a, b, c)
x, = [5]
print(x)
a, b, c = 1, 2, 3
a, b, c = c, a, b
print(a, b, c)
