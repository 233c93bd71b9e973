# Functions called on the edges of a pin: order, arguments, both edges, an end, debouncing.
seen = []


def note(*what):
    seen.append(what)


def pulses(pin, n):
    for _ in range(n):
        digitalWrite(pin, HIGH)
        sleep(1)
        digitalWrite(pin, LOW)
        sleep(1)


def show(title):
    print(title, seen)
    seen.clear()


pinMode(D2, OUTPUT)
pinMode(D3, INPUT)
onPinRise(D3, note, "up", 3)
pulses(D2, 2)
show("rise")
onPinFall(D3, note, "down")
pulses(D2, 2)
show("both")
onPinRise(D3, None)
pulses(D2, 2)
show("fall")
onPinFall(D3, None)
onPinFall(D3, None)
pulses(D2, 2)
show("none")


class Counter:
    def __init__(self):
        self.n = 0

    def count(self):
        self.n += 1


# a bouncing key on D6: 3 short pulses, then it stays
counter = Counter()
pinMode(D6, INPUT)
onPinRise(D6, counter.count, debounce=5)
sleep(60)
print("bounces", counter.n)
onPinRise(D6, None)


def wrong():
    raise ValueError("in a callback")


onPinRise(D3, wrong)
onPinFall(D3, note, "after")
pulses(D2, 1)
show("after an exception")
for pin, fun, extra in ((D63 + 1, note, {}), (D3, note, {"debounce": -1})):
    try:
        onPinRise(pin, fun, **extra)
    except Exception as e:
        print(type(e).__name__, e)
