"""What the chip has, from inside and outside."""

SOC = "/machine/soc"
PWM0 = 0x10020000
RUN, ZERO_AT_0, SCALE = 1 << 12, 1 << 9, 15


def test_sections(start):
    # In the time of instructions the emulator's PWM leaves none to the program.
    b = start(icount=None)
    b.expect("pins")
    config, period, compare = (b.read_word(PWM0 + at) for at in (0x00, 0x20, 0x28))
    assert config & RUN and config & ZERO_AT_0, hex(config)
    steps = 500000 >> (config & SCALE)  # 1 ms of 500 MHz
    assert (period, compare) == (steps - 1, steps - (125000 >> (config & SCALE))), (period, compare)
    b.set_irq(SOC, 5, 1)
    b.say("hello")
    b.expect("all")
    said = dict(line.split(" ", 1) for line in b.log if " " in line)
    for name, wanted in (("uid", r"b'\x00\x00\x00\x01'"), ("jedec", r"b'\x00\x9dp\x19'"), ("pull-up", "1"), ("low", "0"),
                         ("reset", "UnsupportedError"), ("edges", "100"), ("said", "hello"), ("outside", "1")):
        assert said.get(name) == wanted, (name, said.get(name))
