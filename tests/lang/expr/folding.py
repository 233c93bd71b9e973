print(2 * 3 + 4, 10 // 3, -7 % 3, 1 << 10, "a" "b" + "c", b"x" + b"y")
print((1, 2, (3, "x")), 1.5 + 2, 3 / 4, -0.0, 0.0 == -0.0)
print(1 == 1.0, True + True, 0x7FFFFFFF + 1, not True)
print([1, 2, 3], {1: 2}, (1,), ())
