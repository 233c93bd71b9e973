# Numbers as text and back, pseudo-randomly many.
x = 12345


def rand():
    global x
    x = (x * 6364136223846793005 + 1442695040888963407) % 2**64
    return x >> 11


for i in range(300):
    m = rand()
    e = rand() % 600 - 300
    f = float("%de%d" % (m, e))      # not by 10.0**e, in whose last digit libraries differ
    t = repr(f)
    assert float(t) == f, t
    print(t, "%.15g %.3e %.17g" % (f, f, f), f"{f:.4f}" if abs(f) < 1e20 else "", f"{f:g} {f:,.3g} {f:e}", round(f, 3) if abs(f) < 1e12 else "", f.is_integer())
for i in range(200):
    a = rand() * rand() * (rand() % 1000) - rand()
    b = (rand() * rand() >> (rand() % 100)) + 1
    q, r = divmod(a, b)
    assert q * b + r == a and 0 <= r < b
    print(a, b, a // b, a % b, -a // b, -a % b, a * b, a - b, a & b, a | b, a ^ b, a >> 7, a << 9, hex(a), int(str(a)) == a, int(hex(a), 16) == a, a > b, f"{a:,} {a:_x} {a:+d} {a:>70}|", a / b, float(a) == a)
for i in range(100):
    v = (rand() % 2000001 - 1000000) / 100
    print(v, round(v), round(v, 1), round(v, -2), int(v), v // 1, v % 1, f"{v:8.2f}|{v:<10}|{v:+.0f}|{v:010.3f}|{v:%}", str(v), abs(v), -v, v == float(str(v)), divmod(v, 3.7), v**2, hash(v) == hash(float(repr(v))))
