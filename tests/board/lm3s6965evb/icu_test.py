# Edges of a pin are measured.
import time


def test_capture(start):
    b = start()
    b.expect("ready")
    port = b.find("pl061_luminary")[2]
    for level in (1, 0, 1, 0):
        time.sleep(0.1)  # longer than the program takes to look
        b.set_irq(port, 4, level)
    line = b.expect("edges")
    first, times = eval(line[len("edges "):])  # pylint: disable=eval-used
    assert first == 1 and len(times) == 3 and all(50000 < t < 1000000 for t in times), line
    assert b.expect("quiet") == "quiet []"
