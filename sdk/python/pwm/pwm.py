# SPDX-License-Identifier: MIT
"""Pulses of a width, again and again."""


@c_native("_vbl_pwm_init", ["pwm.c"], ["VHAL_PWM"])
def init():
    """Is called by the import; calling it again does no harm."""
    pass


init()
__builtins__.__default_pwm = __driver(0x400)


def write(pin, period, pulse, time_unit=MILLIS, npulses=0):
    """
    Makes the pin high for `pulse` in every `period`. npulses > 0: that many, returning after the last; else they go on,
    until a pulse or a period of 0 stops them.
    """
    __builtins__.__default_pwm.__ctl__(DRV_CMD_WRITE, pin, period, pulse, time_unit, npulses)
