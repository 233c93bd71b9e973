# needs: names
x = 5
del x
try:
    x
except NameError as e:
    print(e)
def f():
    a = 1
    del a
    try:
        return a
    except UnboundLocalError as e:
        return str(e)
print(f())
l = [1, 2, 3]
del l[0], l[-1]
print(l)
class P: pass
p = P()
p.a = 1
del p.a
print(hasattr(p, "a"))
