def show(g, d=0):
    pad = "  " * d
    if isinstance(g, BaseExceptionGroup):
        print(pad + type(g).__name__, g.message, str(g))
        for e in g.exceptions:
            show(e, d + 1)
    else:
        print(pad + repr(g))
g = ExceptionGroup("top", [ValueError(1), TypeError("t"), ExceptionGroup("in", [KeyError("k"), ValueError(2)])])
show(g)
print(repr(g))
try:
    raise g
except* ValueError as e:
    show(e)
except* TypeError as e:
    show(e)
except* KeyError as e:
    show(e)
else:
    print("no else")
finally:
    print("finally")
try:
    try:
        raise g
    except* ValueError as e:
        print("handled", e)
except ExceptionGroup as rest:
    show(rest)
try:
    raise ValueError("naked")
except* ValueError as e:
    show(e)
try:
    pass
except* ValueError:
    print("no")
else:
    print("else")
# What is raised inside except* is wrapped in a group by python3.11.2 and not by 3.11.7: not compared.
try:
    try:
        raise TypeError("other")
    except* ValueError:
        print("no")
except TypeError as e:
    print(repr(e))
show(g.subgroup(ValueError))
m, r = g.split(TypeError)
show(m)
show(r)
print(g.subgroup(OSError), g.split(OSError)[0])
show(g.derive([ValueError(9)]))
for f in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("x")):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    raise ExceptionGroup("multi", [OSError(1), ValueError(2), KeyError(3)])
except* (OSError, KeyError) as e:
    show(e)
except* Exception as e:
    print("rest")
    show(e)
def loop():
    for i in range(3):
        try:
            raise ExceptionGroup("l", [ValueError(i)])
        except* ValueError as e:
            x = e.exceptions[0].args[0]
    return x
print(loop(), isinstance(g, Exception), issubclass(ExceptionGroup, Exception), isinstance(BaseExceptionGroup("b", [ValueError()]), ExceptionGroup))
