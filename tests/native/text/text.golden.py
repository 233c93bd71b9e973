# Made by zvm-gen from text.c: the module's Python side. Do not edit.


@c_native("zn_text_text_bytes", [])
def bytes(s):
    pass


@c_native("zn_text_text_length", [])
def length(s):
    pass


@c_native("zn_text_text_tail", [])
def tail(s, start):
    pass


@c_native("zn_text_text_name", [])
def name(n):
    pass


@c_native("zn_text_text_given", [])
def given(s=None):
    pass
