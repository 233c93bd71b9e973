name = "leaf"
def f():
    return __name__
