class Mine(Exception): pass
print(1)
raise Mine("text")
