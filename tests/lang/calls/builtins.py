print(len([1, 2]), abs(-3), min(3, 1, 2), max([4, 9]), sum([1, 2, 3]), sorted([3, 1, 2], reverse=True))
print(list(map(lambda x: x + 1, [1, 2])), list(filter(None, [0, 1, 2])), list(zip("ab", [1, 2])))
print(any([0, 1]), all([1, 0]), isinstance(1, int), chr(97), ord("b"), repr("x"), bool([]))
print(min([], default="d"), max("abc", key=lambda c: -ord(c)), round(2.567, 2), pow(2, 5, 7), divmod(17, 5))
f = len
print(f("abc"), list(map(len, ["a", "bb"])))
