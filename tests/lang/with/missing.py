class A: pass
class B:
    def __enter__(self): pass
for o in (A(), B(), 5):
    try:
        with o: pass
    except (TypeError, AttributeError) as e:
        print(e)
