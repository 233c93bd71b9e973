print("loading _mod")
value = 10
counter = 0
def func(x): return x * value
def read(): return value
def bump():
    global value, counter
    value += 1
    counter = counter + 1
class Thing:
    def __init__(self, v): self.v = v
    def get(self): return self.v, func(self.v)
