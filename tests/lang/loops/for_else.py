for i in range(3):
    if i == 7:
        break
else:
    print("not found")
for i in "abc":
    if i == "b":
        print("found", i)
        break
else:
    print("never")
for i in []:
    pass
else:
    print("empty")
