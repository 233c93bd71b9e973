# Serial line 1, and the console: lines, Ctrl-C.
def begin(start):
    b = start(serials=2)
    b.expect("ready")
    return b


def ask(b, text, answer):
    b.say(text)
    return b.expect(answer)


def test_both_directions(start):
    b = begin(start)
    b.say("echo")
    b.lines["serial1"].send(b"hello there\n")
    assert b.expect("echoed") == "echoed 12"
    assert b.lines["serial1"].read(12) == b"hello there\n"


def test_more_than_the_buffer(start):
    b = begin(start)
    b.say("long")
    assert b.lines["serial1"].read(1001) == b"0123456789" * 100 + b"\n"
    b.expect("sent")


def test_bytes_that_wait(start):
    b = begin(start)
    b.lines["serial1"].send(b"abc\x03d")
    assert ask(b, "waiting", "waiting") == "waiting 5"


def test_closed(start):
    assert ask(begin(start), "close", "closed") == "closed InvalidHardwareStatusError"
