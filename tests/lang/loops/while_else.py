i = 0
while i < 3:
    i += 1
else:
    print("else", i)
while i < 10:
    i += 1
    if i == 5:
        break
else:
    print("never")
print(i)
while False:
    print("no")
else:
    print("ran")
