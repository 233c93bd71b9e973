a = list(range(10))
print(a[2:5], a[:3], a[7:], a[-3:], a[::2], a[::-1], a[8:2:-2], a[:])
print("hello"[1:3], (1, 2, 3)[::-1], "abc"[-1], b"xyz"[0])
a[1:3] = ["x"]
print(a)
del a[::2]
print(a)
a[0:0] = [9, 9]
print(a)
