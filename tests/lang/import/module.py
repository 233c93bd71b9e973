import _mod
import _mod as m
from _mod import value, func as f, Thing
print(_mod.value, m.value, value, f(2), Thing(3).get(), _mod.func(5))
print(m is _mod, _mod.__name__)
_mod.value = 99
print(m.value, value, _mod.read())
_mod.bump()
print(_mod.value, m.counter)
