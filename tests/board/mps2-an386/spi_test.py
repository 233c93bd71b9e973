"""The PL022 with its output on its input."""
SPI0_CR1, LBM, SSE = 0x40020004, 1, 2


def test_loop(start):
    b = start()
    assert b.expect("ready") == "ready 0"
    b.write_word(SPI0_CR1, LBM | SSE)
    b.say("")
    assert b.expect("8") == f"8 {list(range(20))}"
    assert b.expect("nss") == "nss 1"
    assert b.expect("nobody") == "nobody [0, 0]"
