total = 0
for i in range(5):
    for j in range(i):
        total += i * j
print(total, i, j)
def later():
    return total, i
for i in range(3):
    total += i
print(later())
while i > 0:
    i -= 1
print(later())
