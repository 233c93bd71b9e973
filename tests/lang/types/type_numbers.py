# oracle: none
# The numbers of types compare equal to what type() returns; shorts are sequences.
class A:
    def method(self):
        pass


def f():
    pass


numbers = [PSMALLINT, PINTEGER, PFLOAT, PBOOL, PSTRING, PBYTES, PBYTEARRAY, PSHORTS, PSHORTARRAY, PLIST, PTUPLE, PRANGE, PFSET, PSET, PDICT, PFUNCTION, PMETHOD, PCLASS, PINSTANCE, PSLICE, PITERATOR, PNONE, PEXCEPTION, PNATIVE]
for value in (1, 2**40, 1.5, True, "s", b"", bytearray(), shorts(1), shortarray(1), [], (), range(1), frozenset(), {1}, {}, f, A().method, A, A(), slice(1), iter([]), None, ValueError("x"), len):
    print([n for n in numbers if type(value) == n], end="")
# expect: [0, 1][0, 1][2][3][4][5][6][7][8][9][10][11][12][13][14][15][16][17][18][21][22][25][26][27]
print()
print(PSTRING == type("x"), type("x") != PSTRING, type("x") == PLIST, int == PSMALLINT, A == PINSTANCE, A == 5)  # expect: True False False True True False
s = shorts([1, 2, 65535])
a = shortarray(3)
a[0] = 500
a.append(7)
print(s, a, len(s), s[2], list(a))  # expect: shorts([1, 2, 65535]) shortarray([500, 0, 0, 7]) 3 65535 [500, 0, 0, 7]
print(s[1:], s + s, 65535 in s, s == shorts((1, 2, 65535)), {s: 1}[s])  # expect: shorts([2, 65535]) shorts([1, 2, 65535, 1, 2, 65535]) True True 1
print(a.pop(), a.index(0), max(a), sum(a), sorted(a), a)  # expect: 7 1 500 500 [0, 0, 500] shortarray([500, 0, 0])
for wrong in (lambda: shorts([65536]), lambda: shorts([-1]), lambda: a[99], lambda: hash(a)):
    try:
        wrong()
    except Exception as e:
        print(e)
# expect: short must be in range(0, 65536)
# expect: short must be in range(0, 65536)
# expect: shortarray index out of range
# expect: unhashable type: 'shortarray'
