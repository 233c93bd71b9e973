"""What the machine has."""


def test_sections(start):
    b = start("-rtc", "base=2021-03-04T05:06:07,clock=vm")
    b.expect("name?")
    b.say("hello")
    b.expect("all")
    said = dict(line.split(" ", 1) for line in b.log if " " in line)
    for name, wanted in (("uid", "16"), ("date", "1614834367"), ("set", "1000000000 101"),
                         ("flash", "0x22000000 33554432"), ("wrote", "b'kept!'"), ("said", "hello")):
        assert said.get(name) == wanted, (name, said.get(name))
