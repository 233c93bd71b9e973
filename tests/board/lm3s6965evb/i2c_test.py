# I2C with QEMU's device models.
DEVICES = ("-device", "tmp105,address=0x48", "-device", "at24c-eeprom,address=0x50,rom-size=4096", "-device", "ds1338,address=0x68",
           "-device", "tosa_dac,address=0x1b", "-rtc", "base=2021-03-04T05:06:07,clock=vm")


def ask(b, text, answer):
    b.say(text)
    return b.expect(answer)


def begin(start):
    b = start(*DEVICES)
    b.expect("ready")
    return b


def test_thermometer(start):
    b = begin(start)
    for millis, text in ((21500, "21.5"), (-10500, "245.5"), (84000, "84.0")):
        b.qom_set(b.find("tmp105")[0], "temperature", millis)
        assert ask(b, "temperature", "celsius") == f"celsius {text}"


def test_eeprom(start):
    assert ask(begin(start), "eeprom", "eeprom") == "eeprom [1, 2, 3, 250]"


def test_clock(start):
    assert ask(begin(start), "clock", "clock") == "clock 2021 3 4 5 6"


def test_dac(start):
    b = begin(start)
    ask(b, "dac", "written")
    assert "dac: channel 18 value" in b.error_text() and "a5" in b.error_text(), b.error_text()


def test_nobody_answers(start):
    b = begin(start)
    assert ask(b, "nobody", "nobody") == "nobody InvalidHardwareStatusError"
    assert b.expect("alive") == "alive 2"
