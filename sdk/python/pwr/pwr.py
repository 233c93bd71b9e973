# SPDX-License-Identifier: MIT
"""Power: sleeping, why the program runs, and bytes that survive both."""

# How deep to sleep. What runs on: SLEEP, all but the CPU; STOP, the memory; STANDBY, nothing: it ends with a reset.
PWR_SLEEP = 0x2000
PWR_STOP = 0x4000
PWR_STANDBY = 0x8000

# Why it woke up.
PWR_RESET = 0
PWR_INTERRUPT = 1
PWR_TIMEOUT = 2
PWR_WATCHDOG = 3
PWR_BROWNOUT = 4


def go_to_sleep(delay, level=PWR_SLEEP):
    """Sleep so many milliseconds, 0: until a pin's interrupt; returns why it woke up."""
    return __pwr_go_to_sleep(delay, level)


def wakeup_reason():
    """Why the program was started."""
    return __pwr_wakeup_reason()


def set_status_byte(position, value):
    """Keep a byte through standby and reset."""
    __pwr_set_status_byte(position, value)


def get_status_byte(position):
    return __pwr_get_status_byte(position)


def get_status_size():
    """How many such bytes there are."""
    return __pwr_get_status_size()
