# SPDX-License-Identifier: MIT
"""Waits that are exact to the microsecond."""


@c_native("hwtimers_init", ["hwtimers.c"], ["VHAL_HTM"])
def _init():
    pass


@c_native("hwtimers_sleep_micros", [])
def sleep_micros(n):
    """Waits for n microseconds by a hardware timer; other threads run meanwhile."""
    pass


_init()
