# SPDX-License-Identifier: MIT
"""The clock that knows the date."""


@c_native("_vbl_rtc_init", ["rtc.c"], ["VHAL_RTC"])
def _vbl_rtc_init():
    pass


_vbl_rtc_init()
_RTC = 0x2000
_index = 0


class TimeInfo:
    """
    A moment in UTC: tv_seconds since 1970 and tv_microseconds; of its date tm_sec tm_min tm_hour tm_mday (from 1), tm_mon
    (from 0), tm_year (since 1900), tm_wday (Sunday 0), tm_yday (from 0), tm_isdst.
    """

    def __init__(self, fields):
        (self.tv_seconds, self.tv_microseconds, self.tm_sec, self.tm_min, self.tm_hour, self.tm_mday, self.tm_mon,
         self.tm_year, self.tm_wday, self.tm_yday, self.tm_isdst) = fields + (0,) * (11 - len(fields))


def init(drvname=_RTC):
    """Starts the clock; the functions below are about that one from now on."""
    global _index
    _index = drvname & 0xFF
    __driver(drvname).__ctl__(DRV_CMD_INIT, _index)


def set_utc(seconds, microseconds=0):
    """Sets it, in seconds since 1970."""
    __driver(_RTC).__ctl__(DRV_CMD_WRITE, _index, seconds, microseconds)


def get_utc(verbosity=2):
    """What it says, a TimeInfo. verbosity 0: only its seconds; 1: and microseconds; 2: all; what is left out is 0."""
    return TimeInfo(__driver(_RTC).__ctl__(DRV_CMD_READ, _index, verbosity))
