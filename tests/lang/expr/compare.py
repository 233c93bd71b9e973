print(1 < 2, 2 <= 2, 3 > 4, 3 >= 3, 1 == 1.0, 1 != 2)
print("a" < "b", "abc" < "abd", "" < "a", "Z" < "a")
print([1, 2] < [1, 3], (1,) < (1, 0), [] == [], [1] != [2])
print(1 is 1, None is None, None is not 1, True == 1)
