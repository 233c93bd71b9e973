# The same callback at twice the rate: what is lost is counted, what comes is in order.
EDGES = 10000
PINS = (D4, D5, D6, D7)
order = bytearray()


def rose(which):
    order.append(which)


for i in range(4):
    pinMode(PINS[i], INPUT)
    onPinRise(PINS[i], rose, i)
sleep(60)
print(len(order), "edges came of", EDGES, "and", EDGES - len(order), "were lost")
print("each pin's share", [order.count(i) for i in range(4)])
