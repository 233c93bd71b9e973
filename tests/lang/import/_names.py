import _mod
from _mod import func
CONST = 5
nested = "n"
class Err(Exception): pass
def chain(): return func(CONST)
def fail(): raise Err("failed")
