# SPDX-License-Identifier: MIT
"""Networks by radio. No board of this VM has a driver for it yet: all of it raises UnsupportedError."""

WIFI_OPEN = 0
WIFI_WEP = 1
WIFI_WPA = 2
WIFI_WPA2 = 3


def _unsupported():
    raise UnsupportedError("this board has no WiFi driver")


def link(ssid, security, password):
    _unsupported()


def unlink():
    _unsupported()


def is_linked():
    _unsupported()


def scan(duration):
    _unsupported()


def link_info():
    _unsupported()


def set_link_info(ip, mask, gateway, dns):
    _unsupported()


def get_rssi():
    _unsupported()


def softap_init(ssid, security=WIFI_OPEN, password="", max_conn=4):
    _unsupported()


def softap_config(ip, gateway, mask):
    _unsupported()


def softap_get_info():
    _unsupported()


def softap_off():
    _unsupported()


def gethostbyname(hostname):
    _unsupported()


def select(rlist, wlist, xlist, timeout=None):
    _unsupported()
