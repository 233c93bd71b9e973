# From an edge to Python, as on lm3s6965evb, whose program it is: how many instructions that takes.
from path import measure

PROGRAM = "../lm3s6965evb/edges.py"
LIMITS = {"sleep": 750, "work": 1800}


def edge(b):
    b.qom_set("/machine/soc/gpio", "gpioB4", True)


def test_main_asleep(start):
    measure(start, "sleep", edge, LIMITS["sleep"], program=PROGRAM)


def test_main_at_work(start):
    measure(start, "work", edge, LIMITS["work"], program=PROGRAM)
