out = []
for i in range(10):
    if i % 2:
        continue
    if i > 6:
        break
    for j in range(5):
        if j == 2:
            continue
        if j == 4:
            break
        out.append((i, j))
print(out, i)
