def a(x):
    if x == 0: raise KeyError("deep")
    return b(x - 1)
def b(x):
    try:
        return a(x)
    finally:
        log.append(x)
log = []
try:
    a(4)
except KeyError as e:
    print(e, log)
try:
    list(map(lambda x: 1 // x, [1, 0]))
except ZeroDivisionError as e:
    print(e)
try:
    sorted([3, 1], key=lambda x: x.nope)
except AttributeError as e:
    print(e)
