# What the program finds out by itself.
EXPECTED = """slept 50 True
slept 1000 True
slept 20000 True
adc True 5
date 2024 3 1 5 60 0 0
date 1970 1 1 4 0
date 2000 2 29 2 59
date 2005 2 28 1 58
date 2100 2 28 0 58
date 2100 3 1 1 59
uid 8 True
kept 77 16
woke 2"""


def test_sections(start):
    b = start()
    for line in EXPECTED.split("\n"):
        got = b.expect("")
        assert got == line, f"{got!r}, not {line!r}"
    for _ in range(3):
        got = b.expect("refused")
        assert got.startswith("refused UnsupportedError | ") and len(got) > 32, got
