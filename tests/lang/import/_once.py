print("once")
n = 1
