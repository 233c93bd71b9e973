"""A second serial line, by interrupts."""


def test_both_directions(start):
    b = start(serials=2)
    b.expect("ready")
    b.lines["serial1"].send(b"hello there\n")
    assert b.expect("echoed") == "echoed 12"
    assert b.lines["serial1"].read(12) == b"hello there\n"
    b.say("")
    assert b.lines["serial1"].read(1001) == b"0123456789" * 100 + b"\n"
    b.expect("sent")
