def f(x):
    print("f", x)
    return x
print(f(1) < f(2) < f(3))
print(f(3) < f(2) < f(1))
if f(1) < f(5) > f(2) != f(3):
    print("yes")
print(1 < 2 < 3 < 4 > 0, 1 == 1 != 2)
x = 5
while 0 < x < 10:
    x += 3
print(x)
