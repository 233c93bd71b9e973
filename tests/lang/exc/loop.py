n = 0
for i in range(1000):
    try:
        if i % 3 == 0: raise ValueError(i)
        n += 1
    except ValueError as e:
        n += e.args[0]
print(n)
