# Programs in small: what people write with the built-in types.
text = """the quick brown fox jumps over the lazy dog the fox"""
freq = {}
for w in text.split():
    freq[w] = freq.get(w, 0) + 1
for w, n in sorted(freq.items(), key=lambda kv: (-kv[1], kv[0])):
    print(f"{w:<8}{n:>3}")
inv = {}
for k, v in freq.items():
    inv.setdefault(v, set()).add(k)
print({k: sorted(v) for k, v in sorted(inv.items())})


def primes(n):
    sieve = bytearray([1]) * (n + 1)
    sieve[0:2] = b"\0\0"
    for i in range(2, int(n**0.5) + 1):
        if sieve[i]:
            sieve[i * i :: i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, p in enumerate(sieve) if p]


p = primes(10000)
print(len(p), p[-5:], sum(p))
m = [[1, 2, 3], [4, 5, 6]]
print(list(map(list, zip(*m))), [sum(c) for c in zip(*m)], [x for row in m for x in row], {(i, j): v for i, r in enumerate(m) for j, v in enumerate(r)})
a, *b, c = "hello"
print(a, b, c)
(d, e), f = (1, 2), 3
print(d, e, f)
s = slice(1, -1)
print("hello"[s], [1, 2, 3, 4][s], (1, 2, 3)[s], b"abc"[s], bytearray(b"abcd")[s], range(5)[s])
print(" ".join(f"{i:02x}" for i in b"\x00\x7f\xff"), "".join(reversed("abc")), "".join(sorted("hello", reverse=True)))
print(dict(zip("abc", range(3))), list(zip(range(3), "ab", [True] * 5)), dict(a=1, **{"b": 2}), {**{"x": 1}, "y": 2})
it = iter([1, 2, 3, 4, 5, 6])
print(list(zip(it, it)), list(zip(*[iter(range(6))] * 3)))
print(max({"a": 3, "b": 5}.items(), key=lambda kv: kv[1]), min("banana", key=lambda ch: -ord(ch)), max([], default=None), max(3, 1.5, True))
print(any(x > 3 for x in [1, 2, 5]), all([]), sum([[1], [2, 3]], []), sum((0.1,) * 10), sum(range(0)), sum([True, False, True]))
print("%-10s|%5.1f%%|%+d" % ("name", 45.678, 7), "{:>8}|{:^8}|{:<8}|".format("r", "c", "l"), "{0:{1}}|".format("w", 5))
print(int("ff", 16), int("0b101", 0), bin(10)[2:], hex(255), oct(8), chr(9731), ord("☃"), ascii("☃"), round(2.5), round(-1.567, 2), divmod(-7, 3), -7 // 3, -7 % 3, 7 // -2, 2**-1, 10**20)
print([1, [2, [3, [4]]]], ((1,), ()), {"k": {"n": [1, {"z": None}]}}, {1, 1, 1}, frozenset("a"))
print("a,b;c".replace(";", ",").split(","), "  x ".strip() + "|", "Title Case".swapcase(), "abc".find("z"), "x" in "xyz", "aXbXc".rsplit("X", 1), "key=val=x".partition("="))
stack, queue = [], []
for i in range(5):
    stack.append(i)
    queue.insert(0, i)
print(stack.pop(), queue.pop(), stack, queue, stack == queue[::-1], stack < queue)
x = [1, 2, 3]
y = x
z = x[:]
y.append(4)
z.append(5)
print(x, y is x, z is x, z)
grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
shared = [[0] * 2] * 2
shared[0][0] = 1
print(grid, shared)
d = {"b": 1, "a": 2}
d["c"] = d.pop("b")
print(d, list(d), "b" in d, d.get("zz", "none"), [*d], {v: k for k, v in d.items()}, d == {"c": 1, "a": 2}, list(d.items())[0])
for k in list(d):
    del d[k]
print(d, not d, bool({0}), bool(0.0), bool("0"), bool([[]]), bool(b""))
try:
    for k in {"a": 1}:
        {}[k]
except KeyError as e:
    print(repr(e), e.args, str(e))
try:
    d = {1: 1, 2: 2}
    for k in d:
        d[k + 10] = 0
except RuntimeError as e:
    print(e)
try:
    s = {1, 2}
    for k in s:
        s.add(k + 10)
except RuntimeError as e:
    print(e)
l = [1, 2, 3]
for v in l:
    if v < 10:
        l.append(v + 10)
print(l)
print(*sorted([3, 1, 2], reverse=True), sep="<", end=">\n")
n = 600851475143
f, fs = 2, []
while n > 1:
    while n % f == 0:
        fs.append(f)
        n //= f
    f += 1
print(fs)
print(str(123456789**5)[::-1], sum(int(ch) for ch in str(2**200)), len(str(3**1000)), (2**100).bit_length(), -(2**70) >> 3, 2**70 & 0xFFFF, ~(2**65), 5**30 % 10**10, int("9" * 30) + 1, 10**18 * 10**18 == 10**36, hex(2**68 + 1), float(10**22), 10**22 == 1e22, 7 * 2**62 // 3, -(10**25) // 7, -(10**25) % 7)
word = "level"
print(word == word[::-1], [w[::-1] for w in text.split()][:3], sorted({len(w) for w in text.split()}), sorted(set(text) - {" "})[:5], text.count("the"), text.title()[:20], text.index("fox"), text.rfind("fox"), text[4:9].upper().center(11, "*"))
lines = "a: 1\nb: 2\n\nc: 3".splitlines()
print(dict(line.split(": ") for line in lines if line))
print(list(enumerate("ab", 1)), list(reversed([1, 2])), list(filter(str.isdigit, "a1b2")), list(map(str.upper, "ab")), list(map(int, "123")), list(map(lambda *a: a, "ab", "cd")), [*map(len, ["a", "bb"])], sorted("b a c".split()), list(range(10, 0, -3)))
print(1 < 2 < 3, 1 < 3 < 2, "a" < "b" <= "b", 1 == 1.0, "1" == 1, [] is [], None == 0, (1, 2) < (1, 3), [1] == (1,), {1: 2} == {1: 2.0}, {1} == {1.0}, float("nan") != float("nan"), 0.1 + 0.2, 1e16, 1e-7, 123456789.123, 1.0, -0.0, 1e300 * 1e10)
