# SPI with the SSI's own loop.
SSI_CR1, LBM, SSE = 0x40008004, 1, 2


def test_loop(start):
    b = start()
    assert b.expect("ready") == "ready 0"
    b.write_word(SSI_CR1, LBM | SSE)
    b.say("go on")
    assert b.expect("8") == f"8 {list(range(20))}"
    assert b.expect("read") == "read [255, 255, 255]"
    assert b.expect("nss") == "nss 1"
    assert b.expect("refused") == "refused UnsupportedError"
