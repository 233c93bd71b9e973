# Made by zvm-gen from ints.c: the module's Python side. Do not edit.


@c_native("zn_ints_ints_i8", [])
def i8(x):
    pass


@c_native("zn_ints_ints_u8", [])
def u8(x):
    pass


@c_native("zn_ints_ints_i16", [])
def i16(x):
    pass


@c_native("zn_ints_ints_u16", [])
def u16(x):
    pass


@c_native("zn_ints_ints_i32", [])
def i32(x):
    pass


@c_native("zn_ints_ints_u32", [])
def u32(x):
    pass


@c_native("zn_ints_ints_i64", [])
def i64(x):
    pass


@c_native("zn_ints_ints_u64", [])
def u64(x):
    pass


@c_native("zn_ints_ints_int", [])
def int(x):
    pass


@c_native("zn_ints_ints_size", [])
def size(x):
    pass


@c_native("zn_ints_ints_flag", [])
def flag(x):
    pass


@c_native("zn_ints_ints_next", [])
def next(c):
    pass


@c_native("zn_ints_ints_add", [])
def add(a, b):
    pass
