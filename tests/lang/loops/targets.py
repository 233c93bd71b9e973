for a, b in [(1, 2), (3, 4)]:
    print(a, b)
for a, (b, *c) in [(1, (2, 3, 4)), (5, (6,))]:
    print(a, b, c)
class O: pass
o = O()
for o.x in range(3):
    pass
print(o.x)
l = [0]
for l[0] in "xyz":
    pass
print(l)
for i, c in enumerate("ab", 5):
    print(i, c)
for x, y in zip([1, 2, 3], "ab"):
    print(x, y)
