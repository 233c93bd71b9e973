import views

print(views.sum(b"\x01\x02"), views.sum(bytearray(b"\x05")), views.sum(b""))
print(views.count(b"\x07ab"), views.count(b""))
b = bytearray(b"abc")
views.clear(b)
print(b)
views.copy(b, b"xyz!")
print(b)
print(views.same(b"raw"), views.same(bytearray(b"buf")))
print(views.maybe(), views.maybe(None), views.maybe(b""))
b.append(1)
print(len(b))
for f, x in ((views.clear, b"abc"), (views.sum, "abc"), (views.count, None)):
    try:
        f(x)
    except TypeError as e:
        print(e)
