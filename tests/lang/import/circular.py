import _circ_a
print(_circ_a.fa(), _circ_a.fb())
