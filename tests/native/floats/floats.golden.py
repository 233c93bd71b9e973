# Made by zvm-gen from floats.c: the module's Python side. Do not edit.


@c_native("zn_floats_floats_half", [])
def half(x):
    pass


@c_native("zn_floats_floats_single", [])
def single(x):
    pass


@c_native("zn_floats_floats_volts", [])
def volts(x):
    pass


@c_native("zn_floats_floats_mix", [])
def mix(n, x, k, y):
    pass
