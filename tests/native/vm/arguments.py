# needs: texts
import arguments

print(arguments.parse_all())  # expect: (1, 2, 3.5, 'four', ('0.0.0.0', 0))
print(arguments.parse_all(None, None, None, None, None))  # expect: (1, 2, 3.5, 'four', ('0.0.0.0', 0))
print(arguments.parse_all(9, 1 << 40, 2, b"bytes", ("10.0.0.1", 80)))  # expect: (9, 1099511627776, 2.0, 'bytes', ('10.0.0.1', 80))
for bad in (("x",), (1, "x"), (1, 2, "x"), (1, 2, 3.0, 4), (1, 2, 3.0, "s", ("10.0.0", 1))):
    try:
        arguments.parse_all(*bad)
    except TypeError as e:
        print(str(e).partition(': ')[2])
# expect: expected int, got str
# expect: expected int, got str
# expect: expected float, got str
# expect: expected str, bytes or bytearray, got int
# expect: expected (ip, port), got tuple
