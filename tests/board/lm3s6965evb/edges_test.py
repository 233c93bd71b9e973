# From an edge to Python: nothing lost, in order, and how many instructions it takes.
from path import measure

EDGES, BURST = 10000, 8
PORT_B_RIS, PAD = 0x40005414, 4
# Instructions from the first of the handler to there.
LIMITS = {"sleep": 600, "work": 1700}
# From the edge to the handler while garbage is collected; the trace begins a little before the edge.
COLLECT_LIMIT = 20000


def begin(start, **options):
    b = start(**options)
    b.expect("ready")
    b.port = b.find("pl061_luminary")[1]
    return b


def send_edge(b, level):
    """Returns when the handler has taken it."""
    b.set_irq(b.port, PAD, level)
    while b.read_word(PORT_B_RIS) & 1 << PAD:
        pass


def test_ten_thousand(start):
    b = begin(start)
    for n in range(EDGES):
        send_edge(b, 1 - n % 2)
        if n % BURST == BURST - 1:
            b.say("count")
            b.expect("count")
    b.say("count")
    got = b.expect("count")
    assert got == f"count {EDGES} 0", got


def edge(b):
    b.set_irq(b.find("pl061_luminary")[1], PAD, 1)


def test_main_asleep(start):
    measure(start, "sleep", edge, LIMITS["sleep"])


def test_main_at_work(start):
    measure(start, "work", edge, LIMITS["work"])


def test_during_a_collection(start):
    measure(start, "collect", edge, COLLECT_LIMIT)
