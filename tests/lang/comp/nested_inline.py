def f(rows):
    t = [[r[i] for r in rows] for i in range(len(rows[0]))]
    s = sum([sum([x for x in row if x]) for row in t])
    return t, s, [a for a in [b for b in [c for c in range(4)] if b] if a > 1]
print(f([[1, 2], [3, 4], [5, 6]]))
