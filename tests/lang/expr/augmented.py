a = 5
a += 2; print(a)
a -= 10; print(a)
a *= -3; print(a)
a //= 2; print(a)
a **= 2; print(a)
a %= 7; print(a)
a <<= 4; print(a)
a >>= 1; print(a)
a |= 3; print(a)
a &= 6; print(a)
a ^= 15; print(a)
a /= 4; print(a)
l = [1]
m = l
l += [2]
print(m, l is m)
l = l + [3]
print(m, l is m)
