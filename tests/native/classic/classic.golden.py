# Made by zvm-gen from classic.c: the module's Python side. Do not edit.


@c_native("_parse", [])
def _parse(a, b, c, d=None):
    pass


@c_native("_nothing", [])
def _nothing():
    pass


@c_native("_swap", [])
def _swap(a0, a1):
    pass


@c_native("_bad", [])
def _bad():
    pass
