def tree(n):
    if n == 0:
        return
    yield from tree(n - 1)
    yield n
    yield from tree(n - 1)
print(list(tree(4)))
def perms(l):
    if not l:
        yield []
    for i, x in enumerate(l):
        for p in perms(l[:i] + l[i + 1:]):
            yield [x] + p
print(list(perms([1, 2, 3])))
