# SPDX-License-Identifier: MIT
# Counts rising edges at two pins, which come from outside in turn; says where it is every eighth.
last = 0
count = 0
wrong = 0


def came(pin):
    global last, count, wrong
    if pin == last:
        wrong += 1
    last = pin
    count += 1
    if count % 8 == 0:
        print("at", count, wrong)


def first():
    came(1)


def second():
    came(2)


onPinRise(D3, first)
onPinRise(D4, second)
print("at", 0, 0)
while True:
    sleep(100)
