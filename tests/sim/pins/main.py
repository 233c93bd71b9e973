# Two pins on one wire, the pulls, and pins that are none.
pinMode(D2, OUTPUT)
pinMode(D3, INPUT)
for level in (HIGH, LOW, 7):
    digitalWrite(D2, level)
    print(digitalRead(D3))
pinToggle(D2)
print("toggled", digitalRead(D3), digitalRead(D2))

pinMode(D4, INPUT_PULLUP)
pinMode(D5, INPUT_PULLDOWN)
print("pulls", digitalRead(D4), digitalRead(D5))
pinMode(D4, OUTPUT_OPENDRAIN)
digitalWrite(D4, LOW)
print("open drain", digitalRead(D4))

for call in (lambda: pinMode(D63 + 1, OUTPUT), lambda: digitalRead(0x1234), lambda: digitalWrite(-1, 1),
             lambda: pinToggle(200), lambda: pinMode(D2, 99)):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
try:
    digitalRead("D2")
except TypeError as e:
    print(e)
