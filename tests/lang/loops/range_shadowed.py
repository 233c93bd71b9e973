def range(n):
    return ["shadow", n]
for x in range(3):
    print(x)
