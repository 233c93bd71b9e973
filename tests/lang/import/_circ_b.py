import _circ_a
name = "B"
def fb(): return "b" + _circ_a.name
