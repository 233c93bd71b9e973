# SPDX-License-Identifier: MIT
"""Prints format_vectors.h: floats with python3's repr, and values with specifications and what format() makes of them."""
import random
import struct

random.seed(5)


def c(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def show(function):
    try:
        return function()
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


floats = [0.0, -0.0, 1.0, 0.1, 0.5, 1.5, 100.0, 123456.789, 1e15, 1e16, 1e17, 123456789012345680.0, 1e22, 1e23,
          1e-4, 1e-5, 0.00012345, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 0.1 + 0.2, 2 / 3, 1e100,
          3.141592653589793, 2.675, 9007199254740993.0, float("inf"), float("-inf"), float("nan"), 4.35, 1 / 3, 1e21]
floats += [round(random.uniform(-1000, 1000), random.randrange(8)) for _ in range(60)]
floats += [struct.unpack("<d", struct.pack("<Q", random.getrandbits(64)))[0] for _ in range(80)]
print("/* Made by number_oracle.py. */\n#ifdef FLOATS")
for f in floats:
    bits = struct.unpack("<Q", struct.pack("<d", f))[0]
    if f == f or bits == 0x7FF8000000000000:
        print("{0x%016xu, %s}," % (bits, c(repr(f))))
print("#endif\n#ifdef FLOAT_SPECS")
for f in [0.0, -1.5, 3.14159, 1234567.891, 1e-7, 1e20, float("inf"), float("nan"), 0.5, 99.995, 12345.0, 1e16]:
    for spec in ["", ".2f", "10.3f", "<10.1f", "^12.2e", "+.1f", " g", "08.2f", ",.2f", "_.1f", "%", ".1%", "e", "G", ".3",
                 ".0f", "#.0f", "012,.1f", "*>10", "=+10.1f", "n", ".3g", "x", "10", ".10", "#.3g", "E", "F", "<", "d", ".2"]:
        bits = struct.unpack("<Q", struct.pack("<d", f))[0]
        print("{0x%016xu, %s, %s}," % (bits, c(spec), c(show(lambda: format(f, spec)))))
print("#endif\n#ifdef INT_SPECS")
for i in [1000, 5, -42, 1234567, -1234567890123456789, 10**25, 97]:
    for spec in ["", "d", "5", "05", "<6", "^7d", "+", " d", "x", "#x", "#X", "08b", "#o", ",", "_", "_x", "015,", "*^12,",
                 "=+12", "c", ".2f", "e", ".2", "s", "y", ",x", "#010x", "_b", "n", "%", ",_", "10c", "+c"]:
        print('{"%d", %s, %s},' % (i, c(spec), c(show(lambda: format(i, spec)))))
print("#endif\n#ifdef STR_SPECS")
for s in ["", "abc", "hello world", "h\u00e9\u4e16"]:
    for spec in ["", "s", "10", "<10", ">10", "^11", "*^9", ".2", "8.3", "\u00e9>6", "=5", "+5", ",", "d", "05", "5.2.2", "#", " "]:
        print("{%s, %s, %s}," % (c(s), c(spec), c(show(lambda: format(s, spec)))))
print("#endif")
