print([x * x for x in range(5)], [x for x in "abc" if x != "b"])
print([(x, y) for x in range(3) for y in range(x)], [[y for y in range(x)] for x in range(3)])
print([x for x in range(20) if x % 2 if x % 3], [a + b for a, b in [(1, 2), (3, 4)]])
x = "outer"
print([x for x in range(3)], x)
