log = []
def t(x, v=None):
    log.append(x)
    return v if v is not None else x
def done():
    print(*log)
    log.clear()
class O:
    def __init__(self, n): self.n = n
    def __repr__(self): return "O"
    def __setitem__(self, k, v): log.append("set%s[%s]=%s" % (self.n, k, v))
    def __getitem__(self, k): log.append("get%s[%s]" % (self.n, k)); return 1
    def __delitem__(self, k): log.append("del%s[%s]" % (self.n, k))
    def __setattr__(self, k, v):
        if k != "n": log.append("set.%s" % k)
        object.__setattr__(self, k, v)
o = O("o")
t(o, o)[t("k")] = t("v"); log[0] = "o"; done()
def f(*a, **k): return (a, k)
f(t(1), *t("a", [2]), t(3), x=t("x"), **t("kw", {"y": 1})); done()
[t(1), t(2)][t("i", 0)]; done()
{t("k1"): t("v1"), t("k2"): t("v2")}; done()
{t(1), t(2), t(3)}; done()
(t("a"), t("b")); done()
t(1) + t(2) * t(3) - t(4); done()
t(1, 0) or t(2, 0) or t(3); done()
t(1) and t(2) and t(3, 0); done()
t(1) < t(5) < t(3) < t(9); done()
t("then") if t("cond", True) else t("else"); done()
o[t("a")], o[t("b")] = t(1), t(2); done()
o[t("x")] += t("y", 5); done()
o.attr = o[t("z")] = t("val"); done()
del o[t("d1")], o[t("d2")]; done()
x = [t(i) for i in t("src", [1, 2]) if t("if", True)]; done()
for o[t("target")] in t("iter", [1, 2]): pass
done()
def g(a=t("da"), b=t("db"), *, c=t("dc")) -> None: pass
done()
@t("deco1", lambda h: log.append("apply1") or h)
@t("deco2", lambda h: log.append("apply2") or h)
def h(a=t("def")): pass
done()
class C(t("base", object)):
    x = t("body")
done()
f"{t('f1')}{t('f2'):{t('spec', 3)}}"; done()
lambda a=t("ld"): t("lb"); done()
try:
    raise t("exc", ValueError) from t("cause", KeyError)
except t("match", ValueError): pass
done()
class CM:
    def __init__(self, n): self.n = n
    def __enter__(self): log.append("enter" + self.n); return self
    def __exit__(self, *a): log.append("exit" + self.n)
with CM(t("1")) as o.p, CM(t("2")) as o.q:
    t("body")
done()
a = [0, 1, 2]
i = 0
i, a[i] = 1, 9
print(i, a)
a[0], a[1] = a[1], a[0]
print(a)
i = 1
a[i], i = i, 2
print(a, i)
x = y = z = []
x.append(1)
print(y, z)
(p, q), [r, *s] = (1, 2), "abc"
print(p, q, r, s)
print((w := 5) + w, [w := w + 1, w], w)
def side():
    log.append("side")
    return 3
print(1 < side() < 5, 5 < side() < 1 / 0 if False else "", 3 in [side()], not side())
done()
print(-2 ** 2, 2 ** -1, 2 ** 3 ** 2, not 1 == 2, 1 or 2 and 3, 5 - 3 - 1, 7 // 2 * 2, -7 // 2, -7 % 3, 1 if 0 else 2 if 0 else 3)
