"""Voltages set from outside."""
DATA = 0x7E6E9010


def near(line, name, value):
    """QEMU's model adds some to a channel at each look at it."""
    words = line.split()
    return words[0] == name and value <= int(words[1]) <= value + 40


def test_channels_of_both(start):
    b = start()
    b.expect("ready")
    b.write_word(DATA, 321 << 16 | 123)
    b.write_word(DATA + 4, 700 << 16 | 7)
    b.write_word(DATA + 0x100, 900 << 16 | 8)
    b.say("")
    for name, value in (("A0", 123), ("A3", 700), ("A9", 900)):
        line = b.expect(name)
        assert near(line, name, value), line
    assert b.expect("many") == "many 2 10"
    b.expect("InvalidPinError")
    b.expect("InvalidPinError")
