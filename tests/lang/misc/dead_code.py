def f():
    return 1
    print("never")
    yield_not = 2
def g():
    while True:
        return 2
    print("never")
def h(x):
    if x:
        raise ValueError("h")
    else:
        return "else"
    return "never"
if 0:
    print("never")
if 1:
    print("always")
elif undefined_name:
    pass
print(f(), g(), h(0), 1 if "" else 2)
