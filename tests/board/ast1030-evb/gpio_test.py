"""Pins each way; 10,000 edges, none lost, in order."""
import time

GPIO = "/machine/soc/gpio"
EDGES = 10000
PINS = ["gpioB0", "gpioB1", "gpioB2", "gpioB3", "gpioC0", "gpioC1", "gpioD0", "gpioD7"]
OTHERS = ["gpioE0", "gpioI6", "gpioM0", "gpioQ4", "gpioU7"]
READY = "gpioA0"


def send_edges(b):
    ready, level = b.qom_get(GPIO, READY), False
    for _ in range(EDGES // len(PINS)):
        level = not level
        for pin in PINS:
            b.qom_set(GPIO, pin, level)
        end = time.monotonic() + 10
        while b.qom_get(GPIO, READY) == ready:
            assert time.monotonic() < end, "edges were lost"
        ready = not ready


def test_levels_and_edges(start):
    b = start()
    b.expect("now")
    assert b.log == ["output 1 input 0", "UnsupportedError", "UnsupportedError", "InvalidPinError", "now"], b.log
    assert b.qom_get(GPIO, READY)
    b.qom_set(GPIO, "gpioA2", True)
    b.say("")
    assert b.expect("input") == "input 1 drain 0"
    b.expect("let go")
    b.qom_set(GPIO, "gpioA1", True)
    b.say("")
    assert b.expect("drain") == "drain 1"
    b.expect("edges")
    send_edges(b)
    for pin in OTHERS:
        b.qom_set(GPIO, pin, True)
        b.qom_set(GPIO, pin, False)
        time.sleep(0.1)
    b.say("")
    assert b.expect("others") == "others True"
    assert b.expect("came") == f"came {EDGES} wrong 0", b.log[-1]
