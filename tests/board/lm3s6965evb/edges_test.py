# From an edge to Python: nothing lost, in order, and how many instructions it takes.
import os
import re
import time

from board import Failed

EDGES, BURST = 10000, 8
PORT_B_RIS, PAD = 0x40005414, 4
LOOP = "exec_run"  # the interpreter's loop begins with the callback's first opcode
HANDLERS = ("vos_isr", "PendSV_Handler", "SysTick_Handler")  # names of one address
# Instructions from the first of the handler to there.
LIMITS = {"sleep": 900, "work": 2500}
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


def trace(b, log, state):
    """What runs from the edge on, as names of functions, one an instruction."""
    b.say(f"{state} 60" if state == "sleep" else state)
    if state != "sleep":
        b.expect(state)
    time.sleep(0.3)
    b.monitor("log exec,nochain,int")
    b.set_irq(b.port, PAD, 1)
    time.sleep(1)
    b.monitor("log none")
    names, handler, before = [], False, 0
    with open(log, encoding="utf-8", errors="replace") as f:
        for line in f:
            handler = handler or "Taking exception 16 [External IRQ]" in line or "Taking exception 5 [IRQ]" in line
            before += not handler
            found = re.match(r"Trace \d+: \S+ \[\S+\] (\S*)", line)
            if found and handler:
                names.append(found.group(1))
            elif handler and line.startswith("cpu_io_recompile"):
                names.pop()  # it begins this instruction again
    return names, before


def measure(start, state):
    """Places in the trace: the handler, the call's first opcode."""
    log = os.path.join("/tmp", f"zvm_edges_{os.getpid()}.log")
    b = start("-singlestep", "-D", log, icount="0")
    b.expect("ready")
    b.port = b.find("pl061_luminary")[1]
    names, before = trace(b, log, state)
    os.unlink(log)
    if state == "collect":
        assert 0 < before < COLLECT_LIMIT and names, before
        return 0, before, names
    first = next(i for i, name in enumerate(names) if name in HANDLERS)
    posted = names.index("vm_add_irq", first)
    loop = names.index(LOOP, names.index("vm_call", posted))
    if loop - first > LIMITS[state]:
        raise Failed(f"{loop - first} instructions, at most {LIMITS[state]} are allowed")
    return first, loop, names


def test_main_asleep(start):
    measure(start, "sleep")


def test_main_at_work(start):
    measure(start, "work")


def test_during_a_collection(start):
    measure(start, "collect")
