log = []
class A:
    log.append("body")
    def __init__(self): log.append("init")
    def __call__(self): log.append("call")
A()()
print(log)
class R:
    def __init__(self): return 5
try:
    R()
except TypeError as e:
    print(e)
class S:
    def __init__(self, a): pass
try:
    S()
except TypeError as e:
    print(e)
