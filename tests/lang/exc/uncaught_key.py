d = {}
print(d.get(1))
d["missing"]
