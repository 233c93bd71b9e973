def f():
    import _mod
    from _mod import value as v
    return _mod.func(1), v
print(f(), f())
def g():
    import _mod as q
    def h(): return q.value
    return h()
print(g())
