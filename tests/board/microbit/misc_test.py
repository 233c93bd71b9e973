"""What the chip has inside, and pins each way."""
import os

C = os.path.join(os.path.dirname(__file__), "misc.c")
SOC = "/machine/nrf51"
OUT = 0x50000504
D0, D1 = 3, 2  # pads


def play(b):
    """To the end of the program; what it said, by its first words."""
    b.log.clear()
    b.expect("pins")
    assert b.read_word(OUT) >> D0 & 1
    b.set_irq(SOC, D1, 1)
    b.say("")
    b.expect("all")
    return dict(line.split(" ", 1) for line in b.log if " " in line)


def test_sections_and_flash_over_a_reset(start):
    b = start(modules=[C])
    said = play(b)
    for name, wanted in (("uid", "8"), ("flash", "True True"), ("wrote", "b'kept!'"), ("slept", "True"), ("rtc", "101"),
                         ("pull-up", "1"), ("input", "1")):
        assert said.get(name) == wanted, (name, said.get(name))
    assert "UnsupportedError" in said
    b.qmp("system_reset")
    assert play(b)["found"] == "b'kept!'"


def test_noise_by_its_seed(start):
    one, same, other = [play(start("-seed", seed, modules=[C]))["random"] for seed in ("7", "7", "8")]
    assert one == same and one != other, (one, same, other)
