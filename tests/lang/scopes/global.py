x = 1
def f():
    global x, y
    x = 2
    y = 3
f()
print(x, y)
def g():
    global x
    del x
g()
try:
    print(x)
except NameError as e:
    print(e)
