class M:
    def __enter__(self): return self
    def __exit__(self, *a): print("exit", a[0])
def f():
    with M():
        return "ret"
print(f())
for i in range(3):
    with M():
        if i == 0: continue
        if i == 1: break
print(i)
def g():
    with M() as m:
        with M():
            try:
                return 1
            finally:
                print("fin")
print(g())
