def f(n):
    a = [n for _ in range(2)]
    b = [n + x for x in a for n in [10, 20]]
    return a, b, n
print(f(1))
class C:
    k = 3
    l = [i for i in range(k)]
    m = [j for j in [k, k]]
    n = list(i for i in range(k))
print(C.l, C.m, C.n)
y = [z for z in range(3)]
print(y)
try:
    z
except NameError as e:
    print("no z")
