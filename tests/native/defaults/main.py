import defaults

print(defaults.ints(1), defaults.ints(1, 2), defaults.ints(1, c=0))
print(defaults.reals(), defaults.reals(2.0), defaults.reals(b=4))
print(repr(defaults.text()), defaults.letter(), defaults.flag(), defaults.size())
print(defaults.keys(1, b=2), defaults.keys(1, c=4, b=6))
for call in (lambda: defaults.keys(1, b=7), lambda: defaults.keys(1), lambda: defaults.keys(1, 2),
             lambda: defaults.ints(), lambda: defaults.ints(1, d=2)):
    try:
        call()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
