import _names
print(_names.CONST, _names.chain(), _names.Err.__name__)
try:
    _names.fail()
except _names.Err as e:
    print("caught", e)
from _names import Err, nested
try:
    _names.fail()
except Err as e:
    print("again", e)
print(nested.value if False else nested)
m = _names
print(m.CONST, getattr(m, "CONST"), hasattr(m, "nope"))
try:
    m.nope
except AttributeError as e:
    print(e)
