# needs: memory
# Containers and strings of a hundred thousand elements.
N = 100000
l = list(range(N))
print(len(l), sum(l), l[-1], l[N // 2], max(l), min(l), l.index(99999), 99999 in l, -1 in l, l.count(5))
l.reverse()
print(l[:3], l == list(range(N - 1, -1, -1)), sorted(l) == list(range(N)))
l.sort()
print(l[:3], l[::25000], len(l[1:]), len(l + l), len(l * 3))
del l[1000:99000]
print(len(l), l[999:1002])
l[5:5] = range(N)
print(len(l), l[4:7], l[N + 4 : N + 7])
while len(l) > 10:
    del l[len(l) // 2 :]
print(l)
d = {}
for i in range(N):
    d[i] = i * 2
print(len(d), d[0], d[99999], sum(d.values()), 100000 in d, list(d)[:5], list(d.items())[-1])
for i in range(0, N, 2):
    del d[i]
print(len(d), list(d)[:5], d.get(2), d.get(3))
for i in range(0, 1000, 2):
    d[i] = -i
print(len(d), list(d)[-3:], sum(d))
d = {str(i): i for i in range(20000)}
print(len(d), d["19999"], "20000" in d, sum(d[str(i)] for i in range(0, 20000, 7)))
for k in list(d):
    if int(k) % 3:
        d.pop(k)
print(len(d), list(d)[:4], d.popitem(), len(d))
d = {}
for i in range(1000):
    d["key%d" % i] = i
for i in range(0, 1000, 3):
    del d["key%d" % i]
for i in range(0, 1000, 6):
    d["key%d" % i] = "again"
print(len(d), list(d.items())[:3], list(d.items())[-2:])
for round_ in range(5):
    for i in range(200):
        d[(round_, i)] = i
        if i > 100:
            del d[(round_, i - 100)]
print(len(d), [k for k in d if isinstance(k, tuple)][:3])
s = set(range(N))
print(len(s), 99999 in s, N in s, len(s & set(range(50000, 150000))), len(s | {-1}), len(s - set(range(1, N))), len(s ^ {0, N}))
for i in range(N):
    if i % 4:
        s.discard(i)
print(len(s), sum(s), s == set(range(0, N, 4)), s <= set(range(N)))
t = tuple(range(N))
print(len(t), t[-1], hash(t) == hash(tuple(range(N))), t == tuple(l * 0) + t, t[::33333], t.index(77777))
text = "abcdefghij" * 10000
print(len(text), text[99999], text.count("j"), text.find("ja"), text.rfind("aj"), text.replace("abc", "").count("d"), len(text.upper()), text[::20000], len(text.split("e")), text.index("j", 99990))
text = "日本語 " * 20000
print(len(text), text[79999] == " ", text[40000], text.count("本"), len(text.encode()), len(text.split()), text.find("語 日", 70000), text[-3:], len(text.strip()), text[39999:40004])
parts = [str(i) for i in range(N)]
joined = ",".join(parts)
print(len(joined), joined[:20], joined[-12:], joined.split(",") == parts, len("".join(parts)))
out = ""
for i in range(20000):
    out += chr(97 + i % 26)
print(len(out), out[:30], out[-5:])
b = bytearray()
for i in range(N):
    b.append(i & 255)
print(len(b), sum(b), b[256:260], bytes(b).count(b"\x00\x01"), b.find(b"\xff\x00", 50000), len(bytes(b) * 3))
b[10:50000] = b""
print(len(b), b[:12])
x = (i * 7919 % N for i in range(N))
y = sorted(x)
print(y == list(range(N)), y[:5])
rows = [(i % 10, i) for i in range(N)]
rows.sort(key=lambda r: r[0])
print(all(rows[i] < rows[i + 1] for i in range(N - 1)), rows[:2], rows[-1])
rows.sort(key=lambda r: r[0], reverse=True)
print(rows[:2], rows[-1])
words = [str(i * 7919 % 10007) for i in range(20000)]
w = sorted(words)
print(w[:5], w[-3:], w == sorted(words, key=lambda v: v), sorted(words, key=int)[:4])
w = sorted(words, key=len)
print([len(v) for v in w] == sorted(len(v) for v in words))
f = sorted(i * 0.37 % 11 for i in range(20000))
print(f[0], f[-1], all(f[i] <= f[i + 1] for i in range(len(f) - 1)))
m = sorted([1.5, 2, True, 10**20, -3, 2.25] * 1000)
print(m[0], m[-1], m[1000], len(m))
nested = []
for i in range(50):
    nested = [nested, i]
print(len(repr(nested)), repr(nested)[:60])
deep = {}
cur = deep
for i in range(30):
    cur[i] = {}
    cur = cur[i]
print(deep)
print(sum(map(lambda a, b: a * b, range(N), range(N))), len(list(zip(range(N), "ab" * N))), len(list(filter(None, range(N)))), sum(i for i, v in enumerate(range(N)) if v % 2), any(v == N for v in range(N)), all(v < N for v in range(N)))
big = 1
for i in range(1, 300):
    big *= i
print(big % 10**9 + 7, len(str(big)), big // 10**500, big.bit_length())
print(2**1000 % 997, pow(3, 10**6, 10**9 + 7), len(str(7**5000)), int(str(7**500)) == 7**500)
a, c = 0, 1
for i in range(2000):
    a, c = c, a + c
print(a)
print(sum(10**i for i in range(50)), (10**50 - 1) // 7 * 7 + (10**50 - 1) % 7 == 10**50 - 1)
matrix = [[i * j for j in range(100)] for i in range(100)]
print(sum(sum(r) for r in matrix), list(zip(*matrix))[5][:5], [r[50] for r in matrix][:5])
groups = {}
for i in range(10000):
    groups.setdefault(i % 97, []).append(i)
print(len(groups), len(groups[5]), sum(len(v) for v in groups.values()), groups[96][-1])
print(len({(i, j) for i in range(100) for j in range(100)}), len({str(i): [i] for i in range(1000)}), len(set(words)))
