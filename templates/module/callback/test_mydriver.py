# `zvm-native test` runs it; sim.json turns the encoder.
import mydriver


def check(name, got, wanted):
    if got != wanted:
        raise AssertionError("%s: %r, wanted %r" % (name, got, wanted))
    print("ok", name)


if __defined(FAMILY, "sim"):
    seen = []
    mydriver.start(D2, D3, seen.append)
    sleep(500)
    check("every step, in order", seen, [1, 1, 1, 1, -1, -1])
    check("position", mydriver.position(), 2)
    mydriver.start(D2, D3, None)
    check("from the beginning", mydriver.position(), 0)
else:
    print("ok devices # SKIP nothing turns the encoder of this board")
