def f():
    for i in range(4):
        try:
            if i == 1: continue
            if i == 3: break
            print("body", i)
        finally:
            print("fin", i)
    return "done"
print(f())
def g():
    while True:
        try:
            try:
                return 1
            finally:
                print("inner")
        finally:
            print("outer")
print(g())
def h():
    for i in range(3):
        try:
            return i
        finally:
            break
    return "after"
print(h())
def k():
    for i in range(3):
        try:
            raise ValueError
        finally:
            continue
    return i
print(k())
