# needs: names
a = [0, 1, 2, 3, 4]
del a[1:3], a[0]
print(a)
d = {"x": {"y": 1, "z": 2}}
del d["x"]["y"]
print(d)
del (d, a)
try:
    d
except NameError as e:
    print(e)
