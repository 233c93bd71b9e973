import classic

print(classic._parse(1, 2.5, b"xyz"), classic._parse(1, 2.5, "abc", 9), classic._parse(1, 2.5, b"", None))
print(classic._nothing(), classic._swap("a", "b"))
for call in (lambda: classic._parse("x", 2.5, b""), lambda: classic._bad()):
    try:
        call()
    except (TypeError, RuntimeError) as e:
        print(type(e).__name__, e)
