# Made by zvm-gen from parallel.c: the module's Python side. Do not edit.


@c_native("zn_parallel_parallel_post", [])
def post(n, cb):
    """cb(0) … cb(n - 1) from a timer; returns while they come."""
    pass


@c_native("zn_parallel_parallel_take", [])
def take():
    """cb was called once more."""
    pass


@c_native("zn_parallel_parallel_wait_for_answer", [])
def wait_for_answer(cb):
    """Waits without the GIL until what it has called calls answer()."""
    pass


@c_native("zn_parallel_parallel_answer", [])
def answer():
    pass


@c_native("zn_parallel_parallel_threads", [])
def threads(n, cb):
    """`n` C threads at work; each calls cb four times. How much of what they did was good."""
    pass


@c_native("zn_parallel_parallel_nap", [])
def nap(ms):
    """Sleeps without the GIL and makes a text there; how long it took, in ms, and the text."""
    pass


@c_native("zn_parallel_parallel_spin", [])
def spin(us):
    """Spins on the cycle counter, its pointer kept, interrupts off; how many µs by the clock."""
    pass


@c_native("zn_parallel_parallel_clocks", [])
def clocks():
    """Do the clocks agree?"""
    pass
