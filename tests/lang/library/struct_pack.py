# Every code and byte order, there and back, with the errors. (Native sizes: struct_native.)
import struct


def show(function, *args):
    try:
        result = function(*args)
        print(result if type(result) is not bytes else result.hex())
    except (struct.error, OverflowError) as e:
        print(args[0], type(e).__name__, e)
    except TypeError as e:
        print(args[0], "TypeError")


LIMITS = {
    "b": (-128, 127), "B": (0, 255), "h": (-2**15, 2**15 - 1), "H": (0, 2**16 - 1), "i": (-2**31, 2**31 - 1),
    "I": (0, 2**32 - 1), "l": (-2**31, 2**31 - 1), "L": (0, 2**32 - 1), "q": (-2**63, 2**63 - 1), "Q": (0, 2**64 - 1),
}
for order in ("<", ">", "!", "="):
    for code, (low, high) in LIMITS.items():
        for value in (low, low + 1, 0, 1, 100, high - 1, high, low - 1, high + 1, 2**70, -2**70, True, 1.5, "1", None):
            show(struct.pack, order + code, value)
        for value in (low, 0, 77, high):
            data = struct.pack(order + code, value)
            print(struct.unpack(order + code, data) == (value,), len(data) == struct.calcsize(order + code))

FLOATS = (0.0, -0.0, 1.0, -2.5, 0.1, 65504.0, 65519.0, 65520.0, 1e-7, 6e-8, 3e-8, 2.98e-8, 1e9, 1e38, 3.5e38, 1e300, 5e-324,
          float("inf"), float("-inf"), float("nan"), 3, 2**60, True, "x", None)
for order in "<>":
    for code in "efd":
        for value in FLOATS:
            show(struct.pack, order + code, value)
for bits in range(0, 0x10000, 257):
    print(bits, struct.unpack("<e", struct.pack("<H", bits)), end=" ")
print()
for bits in (0, 1, 0x3f800000, 0x7f7fffff, 0x7f800000, 0xff800000, 0x80000001, 0x7fc00000):
    print(struct.unpack(">f", struct.pack(">I", bits)))

# Bytes, truth, pads and counts.
for format, value in (("c", b"a"), ("c", b"ab"), ("c", "a"), ("c", bytearray(b"z")), ("3s", b"ab"), ("3s", b"abcdef"),
                      ("s", b"xy"), ("0s", b"x"), ("3s", "abc"), ("4p", b"ab"), ("4p", b"abcdef"), ("p", b"a"), ("0p", b"a"),
                      ("2s", bytearray(b"hi")), ("?", True), ("?", False), ("?", []), ("?", "x"), ("?", 0.0), ("?", None),
                      ("?", 2**80), ("?", {}), ("3x?", 1)):
    show(struct.pack, format, value)
    show(struct.pack, "<" + format, value)
print(struct.pack("300p", b"x" * 300)[:3], struct.unpack("4p", b"\x09abc"), struct.unpack("3s?c", b"abc\x02d"))
print(struct.pack("<hxhb3xi", 1, 2, 3, 4), struct.pack(" <h " if False else "<h \t2b", 1, 2, 3))
print(struct.unpack("<2h3B", b"\x01\x00\xff\xff\x07\x08\x09"), struct.unpack("", b""), struct.pack("0i"), struct.pack("<0i"))
print(struct.pack(b"<i", 5), struct.unpack(b">i", b"\0\0\0\5"))

for args in (("2i", 1), ("i", 1, 2), ("", 1), ("z", 1), ("3", 1), ("3 i", 1), ("<>i", 1), ("i<", 1), (" <i", 1),
             ("99999999999999999999i", 1), ("<n", 1), ("<N", 1), ("<P", 1), (5, 1)):
    show(struct.pack, *args)
show(struct.unpack, "<i", b"abc")
show(struct.unpack, "<i", "abcd")
show(struct.calcsize, "k")

# In buffers.
buffer = bytearray(8)
struct.pack_into("<hb", buffer, 2, -2, 7)
struct.pack_into(">H", buffer, -2, 0x1234)
print(buffer, struct.unpack_from("<hb", buffer, 2), struct.unpack_from(">H", buffer, -2), struct.unpack_from("B", buffer))
print(struct.unpack_from("<H", buffer=buffer, offset=6))
for offset in (6, -9, -2, 9, 8):
    show(struct.pack_into, "<i", buffer, offset, 1)
    show(struct.unpack_from, "<i", bytes(buffer), offset)
show(struct.pack_into, "<i", bytes(8), 0, 1)
show(struct.pack_into, "<2i", buffer, 0, 1)
print(list(struct.iter_unpack("<hb", b"\x01\x00\x02\x03\x00\x04")), list(struct.iter_unpack("<h", b"")))
show(struct.iter_unpack, "<i", b"123")
show(struct.iter_unpack, "", b"")

s = struct.Struct("<hB")
print(s.format, s.size, s.pack(1, 2), s.unpack(b"\x01\x00\x02"), s.unpack_from(buffer, 2), list(s.iter_unpack(b"\1\0\2" * 2)))
s.pack_into(buffer, 0, 258, 3)
print(buffer)
try:
    struct.unpack("<i", b"")
except Exception as e:
    print(type(e).__name__, isinstance(e, struct.error), e)
