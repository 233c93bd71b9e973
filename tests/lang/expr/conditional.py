def pick(x):
    return "neg" if x < 0 else "zero" if x == 0 else "pos"
print(pick(-1), pick(0), pick(1))
print([a if a % 2 else -a for a in range(5)])
print((1 if [] else 2) + (3 if [0] else 4))
