def f(n):
    r = []
    i = 0
    while i < n: i += 2
    r.append(i)
    while i > 3: i -= 1
    r.append(i)
    while i <= n: i += 1
    r.append(i)
    while i >= 5: i -= 2
    r.append(i)
    while i != 9: i += 1 if i < 9 else -1
    r.append(i)
    while i == 9: i = 0
    r.append(i)
    while not i > 4: i += 3
    r.append(i)
    while i and i > -5 or i == 99: i -= 1
    r.append(i)
    x = float("nan")
    while not x < 1:
        x = 0.5
    r.append(x)
    return r
print(f(7))
