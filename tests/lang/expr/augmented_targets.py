class P:
    n = 1
p = P()
p.n += 1
print(p.n, P.n)
d = {"a": [1]}
d["a"] += [2]
d["b"] = 0
d["b"] -= 4
print(d)
def idx():
    print("idx")
    return 0
l = [10]
l[idx()] += 5
print(l)
t = ([1],)
try:
    t[0] += [2]
except TypeError as e:
    print(e)
print(t)
