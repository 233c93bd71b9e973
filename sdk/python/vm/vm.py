# SPDX-License-Identifier: MIT
"""The virtual machine: what it is, and what it does about failures."""

# Options.
RESET_ON_EXCEPTION = 0
TRACE_ON_EXCEPTION = 1
RESET_ON_HARDFAULT = 2
TRACE_ON_HARDFAULT = 3
RESET_ON_OUTOFMEMORY = 4
TRACE_ON_OUTOFMEMORY = 5

# Commands of __vmctrl.
_INFO = 0
_SETOPT = 1
_GETOPT = 2
_ENCRYPT = 3
_DECRYPT = 4
_TRACEMASK = 5
_TRACE = 6


def info():
    """(version, board, bits of a word, bytes of heap)"""
    return __vmctrl(_INFO, 1, None, None)


def set_option(option, value):
    """Switch an option on or off."""
    __vmctrl(_SETOPT, option, value, None)


def get_option(option):
    """Is the option on?"""
    return bool(__vmctrl(_GETOPT, option, None, None))


# What this VM has not: each raises UnsupportedError.

def encrypt(data):
    return __vmctrl(_ENCRYPT, data, None, None)


def decrypt(data):
    return __vmctrl(_DECRYPT, data, None, None)


def set_tracemask(mask):
    __vmctrl(_TRACEMASK, mask, None, None)


def trace(number, value=0):
    __vmctrl(_TRACE, number, value, None)


def tracebin(number, data):
    __vmctrl(_TRACE, number, data, None)
