from _stars import *
print(a, b, f())
try:
    _hidden
except NameError as e:
    print(e)
from _all import *
print(listed, sorted([listed, _under]))
try:
    unlisted
except NameError as e:
    print(e)
