# needs: names
def f():
    try:
        print(v)
    except UnboundLocalError as e:
        print(e)
    v = 1
f()
def g(c):
    if c:
        w = 1
    return w
print(g(1))
try:
    g(0)
except UnboundLocalError as e:
    print(e)
