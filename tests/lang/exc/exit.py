print("a")
try:
    exit(3)
finally:
    print("fin")
