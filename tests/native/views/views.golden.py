# Made by zvm-gen from views.c: the module's Python side. Do not edit.


@c_native("zn_views_views_sum", [])
def sum(data):
    pass


@c_native("zn_views_views_count", [])
def count(p):
    pass


@c_native("zn_views_views_clear", [])
def clear(b):
    pass


@c_native("zn_views_views_copy", [])
def copy(to, src):
    pass


@c_native("zn_views_views_same", [])
def same(data):
    pass


@c_native("zn_views_views_maybe", [])
def maybe(data=b"ab\x01"):
    pass
