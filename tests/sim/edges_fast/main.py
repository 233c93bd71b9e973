# 10,000 edges on four pins in turn, 500 ns apart: the callback and the interrupts take 470, so all come, in order.
EDGES = 10000
PINS = (D4, D5, D6, D7)
order = bytearray()


def rose(which):
    order.append(which)


for i in range(4):
    pinMode(PINS[i], INPUT)
    onPinRise(PINS[i], rose, i)
sleep(60)
print(len(order), "edges")
print("in order", order == bytes([0, 1, 2, 3]) * (EDGES // 4))
