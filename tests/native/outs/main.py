import outs

print(outs.divmod(17, 5))
print(outs.check(0))
print(outs.both())
print(outs.vendor(3))
print(outs.fill(4), outs.fill(2, 9), outs.fill(0))
print(outs.read(3))
print(outs.same([1, 2]), outs.same(None))
for call in (lambda: outs.check(287), lambda: outs.vendor(-5), lambda: outs.fill(-1), lambda: outs.read(17),
             lambda: outs.nothing()):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
