# SPDX-License-Identifier: MIT
"""CAN buses. No board of this VM has one yet: all of it raises UnsupportedError."""

CAN_OPTION_NO_RETRY = 1
CAN_OPTION_NO_AUTO_OFF = 2
CAN_OPTION_KEEP_ORDER = 4
CAN_OPTION_LISTEN_ONLY = 8
CAN_OPTION_LOOPBACK = 0x10

CAN_ERROR_WARNING = 1
CAN_ERROR_PASSIVE = 2
CAN_ERROR_BUSOFF = 4
CAN_ERROR_STUFF = 8
CAN_ERROR_FORM = 0x10
CAN_ERROR_ACK = 0x20
CAN_ERROR_RECESSIVE = 0x40
CAN_ERROR_DOMINANT = 0x80
CAN_ERROR_CRC = 0x100
CAN_ERROR_RX_OVERRUN = 0x200
CAN_ERROR_TX_ARBLOST = 0x400
CAN_ERROR_TX_ERROR = 0x800

CAN_EXT_FLAG = 0x80000000
CAN_RTR_FLAG = 0x40000000
CAN_STD_MASK = 0x7FF
CAN_EXT_MASK = 0x1FFFFFFF


def _unsupported():
    raise UnsupportedError("this board has no CAN controller")


class Can:
    """A node on the bus `drvname`."""

    def __init__(self, drvname, baud, options=0, sample_point=0, prop=0, phase1=0, phase2=0, sjw=0):
        _unsupported()

    def add_filter(self, id, mask=CAN_STD_MASK):
        _unsupported()

    def del_filter(self, filter):
        _unsupported()

    def transmit(self, id, data, timeout=-1):
        _unsupported()

    def receive(self, timeout=-1):
        _unsupported()

    def get_errors(self):
        _unsupported()

    def abort_receive(self):
        _unsupported()

    def abort_transmit(self):
        _unsupported()

    def resume_receive(self):
        _unsupported()

    def resume_transmit(self):
        _unsupported()

    def done(self):
        _unsupported()
