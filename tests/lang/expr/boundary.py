x = 1073741823
for i in range(4):
    print(x, -x)
    x += 1
y = 9223372036854775806
for i in range(4):
    print(y, -y, y * 2)
    y = y + 1
