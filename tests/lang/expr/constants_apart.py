a = [1, 1.0, True, 0, 0.0, False, -0.0]
print(a, [type(x).__name__ for x in a])
print((1, 2), (1.0, 2), (True, 2))
print("1", b"1", 1)
