def f(n):
    s = 0
    for i in range(n):
        if i % 15 == 0: s += 1
        elif i % 5 == 0: s += 2
        elif i % 3 == 0: s += 3
        else: s += 4
        while s > 100:
            s -= 37
    return s
print(f(1000))
