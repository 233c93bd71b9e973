# The watchdog resets, not before the program is late.
def test_reset(start):
    b = start("-action", "watchdog=reset")
    for n in range(2):
        assert b.expect("start") == f"start {n} {n > 0}"
        b.expect("no window")
        assert [b.expect("kick") for _ in range(5)][-1] == "kick 4"
    assert b.expect("start") == "start 2 True"
    b.expect("end")
