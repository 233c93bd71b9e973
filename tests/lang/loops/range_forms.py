def f():
    r = []
    for i in range(3): r.append(i)
    for i in range(2, 5): r.append(i)
    for i in range(10, 0, -3): r.append(i)
    for i in range(0): r.append("no")
    for i in range(5, 5): r.append("no")
    for i in range(-2, 2): r.append(i)
    return r, i
print(f())
def g(n):
    for i in range(n):
        i = i * 10
        n = 0
        print(i)
g(3)
for i in range(1073741822, 1073741826):
    print(i)
