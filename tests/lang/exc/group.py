def f(exc):
    try:
        raise exc
    except* ValueError as g:
        print("values", [repr(e) for e in g.exceptions])
    except* (KeyError, TypeError) as g:
        print("others", len(g.exceptions))
    return "end"
print(f(ExceptionGroup("g", [ValueError(1), KeyError(2), ValueError(3)])))
print(f(ValueError("naked")))
try:
    f(ExceptionGroup("g", [IndexError(1), ValueError(2)]))
except ExceptionGroup as g:
    print("rest", [repr(e) for e in g.exceptions])
