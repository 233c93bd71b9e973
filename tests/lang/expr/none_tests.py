def f(x):
    if x is None:
        return "none"
    if x is not None and x:
        return "truthy"
    return "falsy"
print(f(None), f(0), f(1), f(""), f("a"))
x = None
while x is None:
    x = 3
print(x)
y = 0
while y is not None:
    y = None if y > 2 else y + 1
print(y)
