# Made by zvm-gen from outs.c: the module's Python side. Do not edit.


@c_native("zn_outs_outs_divmod", [])
def divmod(a, b):
    pass


@c_native("zn_outs_outs_check", [])
def check(code):
    pass


@c_native("zn_outs_outs_both", [])
def both():
    pass


@c_native("zn_outs_outs_vendor", [])
def vendor(n):
    pass


@c_native("zn_outs_outs_fill", [])
def fill(n, start=1):
    pass


@c_native("zn_outs_outs_read", [])
def read(n):
    pass


@c_native("zn_outs_outs_same", [])
def same(o):
    pass


@c_native("zn_outs_outs_nothing", [])
def nothing():
    pass
