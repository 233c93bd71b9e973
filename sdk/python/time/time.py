# SPDX-License-Identifier: MIT
"""Clocks since the start of the program, and a sleep in seconds. The date is in rtc."""


@c_native("zn_time_time_sleep", [])
def sleep(seconds):
    pass


@c_native("zn_time_time_millis", [])
def ticks_ms():
    pass


@c_native("zn_time_time_ticks", [])
def ticks_cpu():
    pass


def monotonic():
    """Seconds since the start."""
    return ticks_ms() / 1000


def monotonic_ns():
    return ticks_ms() * 1000000


def perf_counter():
    return ticks_ms() / 1000


def perf_counter_ns():
    return ticks_ms() * 1000000
