def f(a):
    if a:
        for i in range(2):
            while True:
                try:
                    with C() as c:
                        if i:
                            return [c, [x for x in range(i + 1)]]
                        break
                finally:
                    print("f", i)
class C:
    def __enter__(self): return "c"
    def __exit__(self, *a): print("x")
print(f(1), f(0))
