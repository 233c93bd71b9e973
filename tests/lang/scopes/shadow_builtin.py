def f(list):
    return list
print(f(3))
def g():
    len = lambda x: "mine"
    return len([1])
print(g(), len([1]))
try:
    abs = abs
except NameError as e:
    print(e)
print(abs(-3))
max = lambda *a: "my max"
print(max(1, 2))
