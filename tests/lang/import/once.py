import _once
import _once
from _once import n
def f():
    import _once
    return _once.n
print(n, f())
