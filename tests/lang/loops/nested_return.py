def find(m, x):
    for i, row in enumerate(m):
        for j, v in enumerate(row):
            if v == x:
                return i, j
    return None
print(find([[1, 2], [3, 4]], 3), find([[1]], 9))
def w():
    while True:
        for i in range(5):
            while True:
                if i == 3:
                    return i
                break
print(w())
