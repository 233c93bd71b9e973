# Made by zvm-gen from interrupts.c: the module's Python side. Do not edit.


@c_native("zn_interrupts_interrupts_every_ms", [])
def every_ms(n, cb):
    """Calls cb(0) … cb(n - 1), each from a timer's interrupt."""
    pass


@c_native("zn_interrupts_interrupts_flood", [])
def flood(cb):
    """Posts more calls than the queue holds; how many were lost."""
    pass


@c_native("zn_interrupts_interrupts_pair", [])
def pair(cb):
    """The arguments come as a tuple."""
    pass


@c_native("zn_interrupts_interrupts_from_thread", [])
def from_thread(cb):
    """cb("worker") from a thread of C's, while the caller waits without the GIL."""
    pass
