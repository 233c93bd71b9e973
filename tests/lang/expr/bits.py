for a in (0b1010, -6, 255):
    print(a & 12, a | 3, a ^ 5, ~a, a << 3, a >> 1)
print(1 << 20 >> 18, 0xFF & ~0x0F, 0o17 | 0x10)
