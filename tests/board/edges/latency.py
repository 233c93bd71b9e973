# SPDX-License-Identifier: MIT
# From an edge to the handler, to a thread that waits for it, to Python; instructions, where the emulator counts those.
import edges

when = 0


def risen():
    global when
    when = edges.passed()


edges.begin(D3)
onPinRise(D5, risen)
for n in range(5):
    print("handler", edges.to_handler(D3), "thread", edges.to_thread(D3))
for n in range(5):
    when = 0
    edges.rise(D5)
    while not when:
        sleep(1)
    print("python", when)
