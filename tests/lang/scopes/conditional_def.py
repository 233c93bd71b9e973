import_done = False
if import_done:
    def f(): return 1
else:
    def f(): return 2
print(f())
for i in range(2):
    def g(k=i): return k
    print(g())
