fs = [lambda: i for i in range(3)]
print([f() for f in fs])
gs = [(lambda k: lambda: k)(i) for i in range(3)]
print([g() for g in gs])
def outer(n):
    return [[lambda: (n, i, j) for j in range(2)] for i in range(2)]
print([[f() for f in row] for row in outer(5)])
