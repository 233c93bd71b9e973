def f():
    raise ValueError("goes out")
print("before")
f()
print("never")
