def g():
    for i in range(3):
        try:
            yield i
        finally:
            print("f", i)
it = g()
for x in it:
    print(x)
    if x == 1:
        break
it.close()
def h():
    with open_it() as f:
        yield f
class open_it:
    def __enter__(self): print("enter"); return 5
    def __exit__(self, *a): print("exit", a[0])
print(list(h()))
