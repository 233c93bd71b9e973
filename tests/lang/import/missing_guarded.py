try:
    import no_such_module_here
except ImportError as e:
    print(type(e).__name__, e)
try:
    from _mod import no_such_name
except ImportError as e:
    print(str(e).split(" (")[0])
try:
    import also_missing as am
except ImportError:
    am = None
print(am)
