# SPDX-License-Identifier: MIT
"""The way from an edge of a pin to a Python function, in instructions."""
import os
import re
import time

from board import Failed

LOOP = "exec_run"  # the interpreter's loop begins with the callback's first opcode
HANDLERS = ("vos_isr", "PendSV_Handler", "SysTick_Handler")  # names of one address


def trace(b, log, state, edge):
    """What runs from the edge on, which edge(b) makes: names of functions, one an instruction; lines before the handler."""
    b.say(f"{state} 60" if state == "sleep" else state)
    if state != "sleep":
        b.expect(state)
    time.sleep(0.3)
    b.monitor("log exec,nochain,int")
    edge(b)
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


def measure(start, state, edge, limit, **options):
    """From the handler's first instruction to the call's first opcode, or, while garbage is collected, from the edge to the
    handler (the trace begins a little before the edge). Fails above the limit."""
    log = os.path.join("/tmp", f"zvm_edges_{os.getpid()}.log")
    b = start("-singlestep", "-D", log, icount="0", **options)
    b.expect("ready")
    names, before = trace(b, log, state, edge)
    os.unlink(log)
    if state == "collect":
        taken = before if names else limit + 1
    else:
        first = next(i for i, name in enumerate(names) if name in HANDLERS)
        taken = names.index(LOOP, names.index("vm_call", names.index("vm_add_irq", first))) - first
    if not 0 < taken <= limit:
        raise Failed(f"{taken} instructions, at most {limit} are allowed")
    return taken
