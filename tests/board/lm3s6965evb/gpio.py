# Pins as outputs, inputs and sources of interrupts. D12 is PB4, D14 PB6, BTN0 … BTN3 the keys up, down, left, right.
pinMode(D14, OUTPUT)
pinMode(D12, INPUT_PULLDOWN)
BUTTONS = (BTN0, BTN1, BTN2, BTN3, BTN4)
seen = []


def key(n):
    seen.append(n)
    print("key", n)


def edge(direction):
    print("edge", direction)


for n in range(len(BUTTONS)):
    pinMode(BUTTONS[n], INPUT_PULLUP)
    onPinRise(BUTTONS[n], key, n)  # let go: the emulator's keys are low before the first one
print("ready")
while True:
    words = input().split()
    if words[0] == "write":
        digitalWrite(D14, int(words[1]))
        print("wrote", digitalRead(D14))
    elif words[0] == "toggle":
        pinToggle(D14)
        print("toggled", digitalRead(D14))
    elif words[0] == "read":
        print("level", digitalRead(D12))
    elif words[0] == "watch":
        onPinRise(D12, edge, "up")
        onPinFall(D12, edge, "down")
        print("watching")
    elif words[0] == "settle":
        onPinRise(D12, edge, "settled", debounce=300)
        onPinFall(D12, None)
        print("watching")
    elif words[0] == "refuse":
        for pin in (D16, D0):
            try:
                pinMode(pin, OUTPUT)
            except Exception as e:
                print("refused", type(e).__name__)
