import _circ_b
def fa(): return "a" + _circ_b.name
def fb(): return _circ_b.fb()
name = "A"
