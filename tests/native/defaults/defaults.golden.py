# Made by zvm-gen from defaults.c: the module's Python side. Do not edit.


@c_native("zn_defaults_defaults_ints", [])
def ints(a, b=-2, c=118):
    pass


@c_native("zn_defaults_defaults_reals", [])
def reals(a=1.0, b=0.5):
    pass


@c_native("zn_defaults_defaults_text", [])
def text(s="it's \"x\"\x0a"):
    pass


@c_native("zn_defaults_defaults_letter", [])
def letter(c="q"):
    pass


@c_native("zn_defaults_defaults_flag", [])
def flag(on=True):
    pass


@c_native("zn_defaults_defaults_size", [])
def size(n=8):
    pass


@c_native("zn_defaults_defaults_keys", [])
def keys(a, *, b, c=3):
    pass
