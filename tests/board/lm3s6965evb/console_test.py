# What a terminal sends: Enter is a carriage return, Ctrl-C is 3, Ctrl-D is 4.
def test_terminal(start):
    b = start(icount=None)
    line = b.lines["serial0"]
    b.expect("ready")
    line.send(b"one\rtwo\r\n")
    assert b.expect("line") == "line 'one' 'two'"
    b.expect("loop")
    line.send(b"\x03")
    b.expect("interrupted")
    b.expect("waits")
    for _ in range(2):
        line.send(b"\x03")
        b.expect("interrupted")
    line.send(b"\x04")
    b.expect("no more")
