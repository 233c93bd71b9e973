def t(x):
    print("t", x)
    return x
print(t(0) and t(1), t(0) or t(2), t(3) and t(4), t(5) or t(6))
print(t(0) or t("") or t([]), t(1) and t("x") and t(()))
print(not t(0), not t(1))
if t(1) and (t(0) or t(2)) and not t(0):
    print("in")
if not (t(0) or t(0)):
    print("none")
