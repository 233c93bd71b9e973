print()
print(None, True, 1.0, 1e20, 1e-7, -0.0, 1 / 3, [None, "a'b", 'c"d'], (1,), {1: "x"}, {"k": [1.5]})
print(1e16, 123456789.125, 1e15, float("inf"), -float("inf"), 2.5e-5)
