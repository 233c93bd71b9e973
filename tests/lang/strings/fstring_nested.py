d = {"k": [1, 2]}
print(f"{d['k'][0]} {len(d['k'])} {[i * 2 for i in d['k']]}")
print(f"{(lambda v: v + 1)(4)} {f'{1 + 1}'} {'%d' % 5}")
class F:
    def __format__(self, spec): return f"<{spec}>"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
print(f"{F()} {F():abc} {F()!s} {F()!r}")
