# needs: host
# The natives of the VM's own table, as drivers in Python use them.
b = bytearray(8)
__pack(b, 0, 0x1234, 2, False)
__pack(b, 2, -2, 4, True)
print(b)  # expect: bytearray(b'4\x12\xff\xff\xff\xfe\x00\x00')
print(__unpack(b, 0, 2, False), __unpack(b, 2, 4, True, True), __unpack(b, -6, 4, 1))  # expect: 4660 -2 4294967294
print(__unpack(b"\xff" * 8, 0, 8, True), __unpack("AB", 0, 2, True))  # expect: 18446744073709551615 16706
print(__byte_get("abc", 1), __byte_get(b, -8))  # expect: 98 52
__byte_set(b, 7, 255)
__elements_set(b, 3)
print(b, len(b))  # expect: bytearray(b'4\x12\xff') 3
__elements_set(b, 8)
print(b[-1])  # expect: 255
numbers = shortarray(4)
__elements_set(numbers, 2)
print(len(numbers))  # expect: 2
print(__strpad("x", 4, "-", True), __strpad("é", 4, "ü", False), __strpad("long", 2, " ", 1))  # expect: ---x éüüü long
print(__new_dict(4), __new_set(PFSET, 3), __new_set(PSET, 1))  # expect: {} frozenset() set()
print(__change_type("abc", PBYTES), __change_type([1, 2], PTUPLE), __change_type(b"ab", str))  # expect: b'abc' (1, 2) ab
print(__str([1]), ___len("abc"))  # expect: [1] 3
for call in (lambda: __pack(b, 7, 1, 2, 0), lambda: __pack(b"", 0, 1, 1, 0), lambda: __unpack(b, 0, 9, 0),
             lambda: __byte_set(b, 0, 256), lambda: __elements_set(b, 99), lambda: __new_set(PLIST, 1),
             lambda: __strpad("x", 3, "--", 1), lambda: __change_type(1, PFRAME), lambda: __timer_set(1, 0, 0),
             lambda: __timer_set(__new_timer(), 1, 0), lambda: __timer_set(__new_timer(), 9, 0), lambda: __driver(0x7FF),
             lambda: __vmctrl(3, 0, 0, 0), lambda: __vmctrl(1, 99, 0, 0), lambda: __thread(print, [], 4, 0)):
    try:
        call()
        print("no error")
    except Exception as e:
        print(type(e).__name__)
# expect: IndexError
# expect: TypeError
# expect: ValueError
# expect: ValueError
# expect: IndexError
# expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: ValueError
# expect: PeripheralError
# expect: UnsupportedError
# expect: ValueError
# expect: TypeError

t = __new_timer()
n = []
__timer_set(t, 2, 10, MILLIS, n.append, 1)
sleep(55)
__timer_set(t, 0, 0)
sleep(30)
print(n)  # expect: [1, 1, 1, 1, 1]
__timer_set(t, 1, 5, MILLIS, print, "once", "only")
t2 = __new_timer()
__timer_set(t2, 1, 2000, MICROS, print, "before")
sleep(20)
# expect: before
# expect: once only
print(__timer_get(t), __timer_get() >= 100)  # expect: 105 True
__timer_set(t, 3, 0)
print(__timer_get(t))  # expect: 0


def forget():
    __timer_set(__new_timer(), 1, 10, MILLIS, lambda: print("nobody holds it"))


forget()
for i in range(20):
    [[] for j in range(1000)]
sleep(15)  # expect: nobody holds it

h = __thread(print, ("in a thread",), PRIO_NORMAL, -1)
print(h.get_status(), h.get_priority())  # expect: 0 4
h.set_priority(PRIO_HIGH)
h.start()
sleep(5)  # expect: in a thread
print(h.get_status(), h.get_priority())  # expect: 4 5
print(__vmctrl(0, 2, 0, 0)[:4], __vmctrl(0, 1, 0, 0)[2] in (32, 64))  # expect: host True
print(__vmctrl(2, 1, 0, 0), __vmctrl(1, 0, 1, 0), __vmctrl(2, 0, 0, 0), __vmctrl(1, 0, 0, 0))  # expect: 1 1 1 0

# What every program has.
print(type(1) == PSMALLINT, isinstance(1, int), int("7"), float("2.5"), ord("a"), chr(98))  # expect: True True 7 2.5 97 b
print(bytes(2), bytearray(1), shorts([1]), shortarray([2]))  # expect: b'\x00\x00' bytearray(b'\x00') shorts([1]) shortarray([2])
print(list(range(2)), list(enumerate("a")), list(reversed([1, 2])), 0 <= random() < 1 << 32)  # expect: [0, 1] [(0, 'a')] [2, 1] True


class Point:
    pass


p = Point()
setattr(p, "x", 3)
print(getattr(p, "x"), hasattr(p, "y"))  # expect: 3 False
