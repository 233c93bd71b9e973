# SPDX-License-Identifier: MIT
"""Beacons over Bluetooth Low Energy. No board of this VM has a driver for it yet: all of it raises UnsupportedError."""


def _unsupported():
    raise UnsupportedError("this board has no Bluetooth driver")


def ibeacon_encode(uuid, major, minor, power):
    _unsupported()


def ibeacon_decode(packet):
    _unsupported()


def eddy_encode_uid(namespace, instance, power):
    _unsupported()


def eddy_encode_url(url, power):
    _unsupported()


def eddy_encode_tlm(battery, temperature, count, time):
    _unsupported()


def eddy_decode(packet):
    _unsupported()
