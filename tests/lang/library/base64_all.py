# There and back in three bases, and everything that is no base 64.
import base64


def show(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except ValueError as e:
        print(args, kwargs, type(e).__name__, e)
    except TypeError:
        print(args, "TypeError")


ENCODED = (b"", b"YQ==", b"YWI=", b"YWJj", b"YQ", b"Y", b"YQ=", b"YQ==YQ==", b"Y Q=\n=", b"=", b"====", b"YWJj=", b"YWJjZ",
           b"@@@@", "YWJj", "\u00e9", b"YQ=a=", b"YW=Jj", b"YWI==", b"YWJjYQ===", b"A===", b"AB=C", b"+/+/", b"-_-_", b"\0YQ==")
for s in ENCODED:
    show(base64.b64decode, s)
    show(base64.b64decode, s, validate=True)
    show(base64.b64decode, s, b"-_")
    show(base64.standard_b64decode, s)
    show(base64.urlsafe_b64decode, s)
for n in range(20):
    data = bytes([(i * 37 + n) & 255 for i in range(n)])
    for encode, decode in ((base64.b64encode, base64.b64decode), (base64.standard_b64encode, base64.standard_b64decode),
                           (base64.urlsafe_b64encode, base64.urlsafe_b64decode), (base64.b32encode, base64.b32decode),
                           (base64.b16encode, base64.b16decode), (base64.encodebytes, base64.decodebytes)):
        encoded = encode(data)
        print(encoded, decode(encoded) == data)
print(base64.b64encode(bytearray(b"\xfb\xff")), base64.b64encode(b"\xfb\xff\xbf", b"()"), base64.b64encode(b"\xfb\xff", altchars=b"-_"))
print(base64.encodebytes(b"a" * 60), base64.decodebytes(b"YWFh\nYQ==\n"))
show(base64.b64encode, "text")
for args in ((b"6162ff",), (b"6162ff", True), (b"6",), ("6162",), (b"6x",)):
    show(base64.b16decode, *args)
for args in ((b"nbswy3dpee======",), (b"nbswy3dpee======", True), (b"NBSWY3DPEE",), (b"1BSWY3DPEE======",),
             (b"NBSWY3DP=E======",), (b"",), ("NBSWY3DPEE======",), (b"NBSWY3D=",)):
    show(base64.b32decode, *args)
