def t(x):
    print(x, end=" ")
    return x
def f(*a, **k): pass
(t("f") and f)(t(1), *[t(2)], t(3), a=t(4), **{"b": t(5)})
print()
[t(1), t(2)][t(0)]
x = {t("a"): t("b"), t("c"): t("d")}
print()
t(1) + t(2) * t(3)
print()
l = [0, 0]
l[t(1)] = t(9)
print()
