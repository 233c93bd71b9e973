# Native sizes and alignment, as far as they are the same on all machines.
import struct

print(struct.calcsize("bh"), struct.calcsize("bi"), struct.calcsize("hbi"), struct.calcsize("ibh"), struct.calcsize("i0h"))
print(struct.calcsize("b0i"), struct.calcsize("b0i" "b"), struct.calcsize("c?x"), struct.calcsize("@bf"), struct.calcsize("=bf"))
print(struct.calcsize("P") == struct.calcsize("n") == struct.calcsize("N"), struct.calcsize("l") >= 4, struct.calcsize("q"))
print(struct.pack("bih", -1, 2, 3), struct.pack("@b0i", 1), struct.unpack("bi", struct.pack("bi", 1, -2)))
print(struct.unpack("nNP", struct.pack("nNP", -5, 6, 7)), struct.unpack("lL", struct.pack("lL", -1, 1)))
print(struct.pack("f", 1e300), struct.unpack("d", struct.pack("d", 0.1)), struct.pack("=i", 1) == struct.pack("i", 1))
for code in "bhilqn":
    size = struct.calcsize(code)
    low = -2**(8 * size - 1)
    print(struct.unpack(code, struct.pack(code, low)) == (low,), struct.unpack(code.upper(), struct.pack(code.upper(), 2**(8 * size) - 1)) == (2**(8 * size) - 1,))
    try:
        struct.pack(code, low - 1)
    except struct.error as e:
        print("error")
