# needs: texts
import drivers

try:
    __driver(0x201)
except PeripheralError as e:
    print(e)  # expect: no driver 0x201 is installed
drivers.install(0x200)
spi = __driver(0x201)
print(spi, spi == __driver(0x200), type(spi) == PDRIVER)  # expect: <driver 2> True True
print(spi.__ctl__(2, 1, b"x", None), spi.__ctl__(0), spi.__ctl__(12))  # expect: (2, 1, b'x', None) (0,) None
for command in (9, 10, 11, "x"):
    try:
        spi.__ctl__(command)
    except Exception as e:
        print(type(e).__name__, e)
# expect: TimeoutError 
# expect: PeripheralError bus 3
# expect: RuntimeError native '__ctl__' returned -7
# expect: TypeError 
drivers.install(77)
print(__driver(77).__ctl__(5, "any", 6, 7, 8, 9, 10))  # expect: (5, 'any', 6, 7, 8, 9, 10)
