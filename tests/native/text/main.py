import text

print(text.bytes("héllo"), text.length("abc"), text.tail("driver", 2))
print(text.name(0), text.name(1))
print(text.given(), text.given(None), text.given("x"))
for f, x in ((text.length, "a\0b"), (text.length, b"abc"), (text.bytes, None)):
    try:
        f(x)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
