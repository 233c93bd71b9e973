"""What the image has inside and what hangs on the bus of shield 1."""
FPGAIO_LED = 0x40028000


def test_sections(start):
    # When it is set QEMU's DS1338 reads the host's clock, whatever clock -rtc names.
    b = start("-device", "tmp105,address=0x48", "-device", "ds1338,address=0x68", "-rtc", "base=2021-03-04T05:06:07")
    b.expect("ready")
    assert b.log == ["slept True", "led 1 button 0", "button UnsupportedError", "led UnsupportedError",
                     "edge UnsupportedError", "ready"], b.log
    assert b.read_word(FPGAIO_LED) == 2
    b.qom_set(b.find("tmp105")[0], "temperature", 25500)
    b.say("")
    assert b.expect("thermometer") == "thermometer [25, 128]"
    assert b.expect("nobody") == "nobody i2c: nobody acknowledges address 0x20"
    assert b.expect("rtc") == "rtc 121 2 4 5"
    for wanted in ("100 1 29", "100 2 1", "124 1 29", "137 11 31"):
        assert b.expect("set") == f"set True {wanted}", b.log[-1]
    b.expect("end")
