if (n := len("hello")) > 3:
    print(n)
print([y := 1, y ** 2, y + 5])
data = [1, 5, 2, 8]
print([z for x in data if (z := x * 2) > 4], z)
while (k := data.pop()) != 5:
    print("popped", k)
def f():
    return [(last := i) for i in range(3)], last
print(f())
