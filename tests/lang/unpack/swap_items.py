l = [1, 2, 3]
i = 0
l[0], l[2] = l[2], l[0]
print(l)
i, l[i] = 1, 9
print(i, l)
d = {}
d["a"], d["b"], x = 1, 2, 3
print(d, x)
l[0], l[1], l[2] = l[1], l[2], l[0]
print(l)
a = [0, 1]
a[0], a = a, 5
print(a)
class P: pass
p = P()
p.x, p.y = 1, 2
p.x, p.y = p.y, p.x
print(p.x, p.y)
