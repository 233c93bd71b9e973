# needs: 32 KB
import calls


class Thing:
    def method(self):
        raise ValueError("from a method")


def one():
    return 1


print(calls.call(max, (3, 9, 4)), calls.call(lambda *a: a, (1, "x")), calls.call(Thing, ()) is None)  # expect: 9 (1, 'x') False
try:
    calls.call(Thing().method, ())
except ValueError as e:
    print("caught", e)  # expect: caught from a method
print([calls.type_number(o) for o in (1, 1 << 40, 0.5, True, "", b"", [], (), {}, one, Thing, Thing(), Thing().method, None)])
# expect: [0, 1, 2, 3, 4, 5, 9, 10, 14, 15, 17, 18, 16, 25]
print(calls.type_number(calls), calls.type_number(ValueError), calls.type_number(range(3)))  # expect: 19 26 11

got = []
print(calls.post(got.append, 5))  # expect: 5
sleep(20)
print(got)  # expect: [0, 1, 2, 3, 4]
calls.add_irq(lambda a, b: got.append((a, b)), (7, 8))
calls.add_irq(got.clear, None)
calls.add_irq(lambda *a: got.append(a), None)
sleep(20)
print(got, calls.lost())  # expect: [()] 0
calls.from_thread(got.append)
print(got)  # expect: [(), 'C']
