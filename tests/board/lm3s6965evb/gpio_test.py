# GPIO of port B from outside: its data register, its input lines; the keys by the monitor.
PORT_B, PAD_IN, PAD_OUT = 0x40005000, 4, 6
KEYS = ("up", "down", "left", "right", "ctrl")


def port_b(b):
    return b.find("pl061_luminary")[1]


def begin(start, **options):
    b = start(**options)
    b.expect("ready")
    return b


def ask(b, text, answer):
    b.say(text)
    return b.expect(answer)


def test_output(start):
    b = begin(start)
    for value in (1, 0, 1):
        assert ask(b, f"write {value}", "wrote") == f"wrote {value}"
        assert b.read_word(PORT_B + (1 << PAD_OUT << 2)) == value << PAD_OUT
    assert ask(b, "toggle", "toggled") == "toggled 0"
    assert b.read_word(PORT_B + 0x3FC) & 1 << PAD_OUT == 0


def test_input(start):
    b = begin(start)
    for level in (1, 0, 1):
        b.set_irq(port_b(b), PAD_IN, level)
        assert ask(b, "read", "level") == f"level {level}"


def test_interrupts_of_edges(start):
    b = begin(start)
    ask(b, "watch", "watching")
    for direction, level in (("up", 1), ("down", 0), ("up", 1)):
        b.set_irq(port_b(b), PAD_IN, level)
        assert b.expect("edge") == f"edge {direction}"


def test_debouncing(start):
    b = begin(start)
    ask(b, "settle", "watching")
    for level in (1, 0, 1, 0, 1):
        b.set_irq(port_b(b), PAD_IN, level)
    assert b.expect("edge") == "edge settled"
    assert ask(b, "read", "") == "level 1"


def test_keys(start):
    b = begin(start)
    for n in (0, 3, 1, 2, 4):
        b.press(KEYS[n])  # and lets go
        assert b.expect("key") == f"key {n}"


def test_pins_that_are_taken(start):
    b = begin(start)
    assert ask(b, "refuse", "refused") == "refused UnsupportedError"
    assert b.expect("refused") == "refused InvalidHardwareStatusError"
