# SPDX-License-Identifier: MIT
"""The watchdog: it resets the chip when the program does not say in time that it is alive."""


def watchdog(time0, time1):
    """From now on kick at least every time1 milliseconds and, when time0 is not 0, not earlier than after time0."""
    __sfw_setup_wdog(time0, time1)


def kick():
    """The program is alive."""
    __sfw_kick_wdog()


def watchdog_triggered():
    """Was the program started by the watchdog?"""
    return __sfw_triggered()
