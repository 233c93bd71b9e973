# SPDX-License-Identifier: MIT
"""Wired networks. No board of this VM has a driver for one yet: all of it raises UnsupportedError."""


def _unsupported():
    raise UnsupportedError("this board has no Ethernet driver")


def link():
    _unsupported()


def unlink():
    _unsupported()


def is_linked():
    _unsupported()


def set_link_info(ip, mask, gateway, dns):
    _unsupported()


def link_info():
    _unsupported()


def gethostbyname(hostname):
    _unsupported()


def select(rlist, wlist, xlist, timeout=None):
    _unsupported()
