a = 1; b = 2; print(a, b)
if a: print("one"); print("line")
for i in range(2): print(i); print(-i)
while b: b -= 1; print("b", b)
class C: x = 1; y = 2
def f(): return C.x; return 2
print(f(), C.y)
