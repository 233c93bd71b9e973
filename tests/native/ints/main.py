import ints

def refused(f, x):
    try:
        f(x)
    except (TypeError, ValueError) as e:
        print(e)

for f, low, high in ((ints.i8, -128, 127), (ints.u8, 0, 255), (ints.i16, -32768, 32767), (ints.u16, 0, 65535),
                     (ints.i32, -2147483648, 2147483647), (ints.u32, 0, 4294967295),
                     (ints.i64, -9223372036854775808, 9223372036854775807)):
    print(f(low), f(high), f(True))
    refused(f, low - 1)
    refused(f, high + 1)
print(ints.u64(18446744073709551615), ints.int(-1), ints.size(7))
refused(ints.u64, -1)
refused(ints.u8, "7")
refused(ints.u8, None)
refused(ints.u8, 1.5)
print(ints.flag(True), ints.flag(False))
refused(ints.flag, 1)
print(ints.next("a"))
refused(ints.next, "ab")
print(ints.add(b=1, a=40))
