# needs: texts
import errors

new_exception(ModemError, Exception)


class SensorError(ValueError):
    pass


names = (Exception, ArithmeticError, ZeroDivisionError, FloatingPointError, OverflowError, LookupError, IndexError, KeyError,
         NameError, RuntimeError, NotImplementedError, TypeError, ValueError, AttributeError, UnsupportedError, StopIteration)
later = (IOError, ConnectionError, ConnectionAbortedError, ConnectionResetError, ConnectionRefusedError, TimeoutError,
         PeripheralError, InvalidPinError, InvalidHardwareStatusError, HardwareInitializationError)
bad = []
for first, group in ((275, names), (328, later)):
    for i, name in enumerate(group):
        for call in (errors.fail, errors.fail_with):
            try:
                call(first + i)
            except name as e:
                if call is errors.fail_with and not str(e).strip("'\"").startswith("text -1 2 -3 -4 ff c % " + str(first + i)):
                    bad.append((name, str(e)))
            except Exception as e:
                bad.append((name, e))
print(bad)  # expect: []

for error, number in ((ModemError, __nameof(ModemError)), (SensorError, __nameof(SensorError))):
    try:
        errors.fail(number)
    except error as e:
        print("caught", isinstance(e, ValueError))
# expect: caught False
# expect: caught True

for number in (-1, 5, 300, 60000):
    try:
        errors.fail(number)
    except RuntimeError as e:
        print(e)
# expect: native 'fail' returned -1
# expect: native 'fail' returned 5
# expect: native 'fail' returned 300
# expect: native 'fail' returned 60000
try:
    errors.fail("x")
except (OSError, MemoryError):
    print("never")
except TypeError as e:
    print(e)  # expect: fail() argument 'number': expected int, got str
