print(1 in [1, 2], 3 not in (1, 2), "a" in "abc", "d" not in "abc")
print(1 in {1: 2}, 2 in {1: 2}, 3 in {3, 4}, 2 in range(5), 7 in range(0, 10, 2))
def f(x):
    return x in (1, 2, 3) or x in ["a", "b"]
print(f(1), f("a"), f(9))
