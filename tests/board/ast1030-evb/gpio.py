# Pins as inputs and outputs; then edges, eight at a time, of which each must come and in order. The pins of one register
# keep it, as long as they are given in the order of their numbers.
PINS = [D8, D9, D10, D11, D16, D17, D24, D31]
OTHERS = [D32, D70, D96, D130, D150]
READY = D0

pinMode(READY, OUTPUT)
pinMode(D1, OUTPUT_OPENDRAIN)
pinMode(D2, INPUT)
digitalWrite(READY, 1)
print("output", digitalRead(READY), "input", digitalRead(D2))
for pin, mode in ((D3, INPUT_PULLUP), (D3, INPUT_ANALOG), (200, INPUT)):
    try:
        pinMode(pin, mode)
    except Exception as e:
        print(type(e).__name__)
print("now")
input()
print("input", digitalRead(D2), "drain", digitalRead(D1))
digitalWrite(D1, 1)
print("let go")
input()
print("drain", digitalRead(D1))

came = 0
wrong = 0


def on_edge(number):
    global came, wrong
    if number != came % len(PINS):
        wrong += 1
    came += 1
    if came % len(PINS) == 0:
        pinToggle(READY)


for number, pin in enumerate(PINS):
    pinMode(pin, INPUT)
    onPinRise(pin, on_edge, number)
    onPinFall(pin, on_edge, number)
others = []
for pin in OTHERS:
    pinMode(pin, INPUT)
    onPinFall(pin, others.append, pin)
print("edges")
input()
print("others", others == OTHERS)
print("came", came, "wrong", wrong)
