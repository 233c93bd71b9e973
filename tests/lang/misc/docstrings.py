"""module"""
def f():
    """doc"""
    return 1
class C:
    """class doc"""
    x = 1
print(f(), C.x)
