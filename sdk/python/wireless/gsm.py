# SPDX-License-Identifier: MIT
"""Networks and messages by mobile telephony. No board of this VM has a driver for it yet: all of it raises UnsupportedError."""


def _unsupported():
    raise UnsupportedError("this board has no GSM driver")


def attach(apn, username="", password="", authmode=0, timeout=60000):
    _unsupported()


def detach():
    _unsupported()


def is_attached():
    _unsupported()


def network_info():
    _unsupported()


def mobile_info():
    _unsupported()


def link_info():
    _unsupported()


def set_link_info(ip, mask, gateway, dns):
    _unsupported()


def rssi():
    _unsupported()


def operators():
    _unsupported()


def set_operator(opname):
    _unsupported()


def rtc():
    _unsupported()


def send_sms(num, txt):
    _unsupported()


def list_sms(unread=False, maxsms=10, offset=0):
    _unsupported()


def delete_sms(index):
    _unsupported()


def get_smsc():
    _unsupported()


def set_smsc(num):
    _unsupported()


def pending_sms():
    _unsupported()


def gethostbyname(hostname):
    _unsupported()


def select(rlist, wlist, xlist, timeout=None):
    _unsupported()
