# Made by zvm-gen from callbacks.c: the module's Python side. Do not edit.


@c_native("zn_callbacks_callbacks_each", [])
def each(n, f):
    pass


@c_native("zn_callbacks_callbacks_keep", [])
def keep(f):
    pass


@c_native("zn_callbacks_callbacks_fire", [])
def fire():
    pass


@c_native("zn_callbacks_callbacks_slow", [])
def slow(n):
    pass
