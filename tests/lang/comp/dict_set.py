print({x: x * 2 for x in range(3)}, sorted({x % 3 for x in range(10)}))
print({k: v for k, v in zip("ab", [1, 2])}, {v: k for k, v in {"a": 1}.items()})
print(sorted({(a, b) for a in range(2) for b in range(2)}), {x: [y for y in range(x)] for x in range(3)})
