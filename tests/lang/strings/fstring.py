name, n, x = "Ann", 7, 3.14159
print(f"{name} is {n}", f"{n:5d}|{n:<5}|{n:>5}|{n:^5}|{n:05}")
print(f"{x:.2f} {x:8.3f} {x:e} {x:g} {n:x} {n:#x} {n:b} {n:+}")
print(f"{name!r} {name!s} {name!a} {name!r:>8}")
print(f"{{}} {n}{{{n}}}", f"{n + 1} {n * 2 = } {name=}")
w = 10
print(f"{name:>{w}}|{x:{w}.{3}}", f"{'a' if n else 'b'}")
print(f"", f"abc", f"{1}" "x" f"{2}")
