a, b = 1, 2
_hidden = 3
def f(): return a + b + _hidden
