def t(f):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
def f1(): a, b = 1, 2, 3
def f2(): a, b = [1]
def f3(): a, *b, c = [1]
def f4(): a, b = 5
def f5(): a, b, c = "ab"
for f in (f1, f2, f3, f4, f5):
    t(f)
