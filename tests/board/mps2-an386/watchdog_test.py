"""The watchdog resets, not before the program is late."""


def test_reset(start):
    b = start("-action", "watchdog=reset")
    assert b.expect("start") == "start False"
    b.expect("no window")
    assert [b.expect("kick") for _ in range(5)][-1] == "kick 4"
    assert b.expect("start") == "start True"
    b.expect("end")
