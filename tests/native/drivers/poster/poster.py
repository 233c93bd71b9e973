# A thread in C that posts to Python: every so often a count, at last a text.


@c_native("_poster_start", ["csrc/poster.c"])
def start(fn, period, n):
    pass


@c_native("_poster_left", ["csrc/poster.c"])
def left():
    pass
