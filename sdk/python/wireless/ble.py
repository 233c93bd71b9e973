# SPDX-License-Identifier: MIT
"""Bluetooth Low Energy. No board of this VM has a driver for it yet: all of it raises UnsupportedError."""

READ = 2
WRITE = 8
NOTIFICATION = 16
INDICATION = 32
EVT_SCAN_REPORT = 0
EVT_CONNECTED = 1
EVT_DISCONNECTED = 2


def _unsupported():
    raise UnsupportedError("this board has no Bluetooth driver")


def gap(name, security=None, appearance=0):
    _unsupported()


def add_service(service):
    _unsupported()


def services(*services):
    _unsupported()


def add_callback(event, callback):
    _unsupported()


def advertising(interval, timeout=0, payload=None, scan_rsp=None):
    _unsupported()


def start():
    _unsupported()


def stop():
    _unsupported()


def start_advertising():
    _unsupported()


def stop_advertising():
    _unsupported()


def start_scanning(duration):
    _unsupported()


def stop_scanning():
    _unsupported()


class Service:
    """A service that others find here."""

    def __init__(self, uuid):
        _unsupported()


class Characteristic:
    """A value of a service."""

    def __init__(self, uuid, permission, name, size, type):
        _unsupported()
