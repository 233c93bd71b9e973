# SPDX-License-Identifier: MIT
"""
Names that every program sees, beside those of the VM. What a program does not use is left out of it. `__builtins__.X` is
X of this module, from everywhere.
"""

# What drivers set when they are imported or opened.
__default_stream_provider = None
__default_stream = None
__default_adc = None
__default_pwm = None
__default_net = {}
__default_fs = None


# ---- pins ----

@c_native("zn___builtins___pins_mode", ["pins.c"])
def pinMode(pin, mode):
    pass


@c_native("zn___builtins___pins_read", [])
def digitalRead(pin):
    pass


@c_native("zn___builtins___pins_write", [])
def digitalWrite(pin, value):
    pass


@c_native("zn___builtins___pins_toggle", [])
def pinToggle(pin):
    pass


@c_native("__onPinRiseOrFall", ["edges.c"])
def __onPinRiseOrFall(rise, pin, fun, args, debounce, time_unit):
    pass


def onPinRise(pin, fun, *args, debounce=0, time_unit=MILLIS):
    """
    Has fun(*args) called in the interrupt thread when the pin has become high, with `debounce` only once it has stayed so
    for that long (it counts for both edges of a pin, the last one given). fun None: no more.
    """
    __onPinRiseOrFall(1, pin, fun, args, debounce, time_unit)


def onPinFall(pin, fun, *args, debounce=0, time_unit=MILLIS):
    """The same when it has become low."""
    __onPinRiseOrFall(0, pin, fun, args, debounce, time_unit)


def analogRead(pin, samples=1):
    """adc.read(); None before adc has been imported."""
    if __default_adc is None:
        return None
    return __default_adc.__ctl__(3, 0, pin, samples)


def analogWrite(pin, period, pulse, time_unit=MILLIS, npulses=0):
    """pwm.write(); UnsupportedError before pwm has been imported."""
    if __default_pwm is None:
        raise UnsupportedError("analogWrite() needs 'import pwm'")
    __default_pwm.__ctl__(2, pin, period, pulse, time_unit, npulses)


# ---- the chip ----

@c_native("__mcuuid", ["chip.c"])
def __mcuuid():
    pass


@c_native("__flash_place", [])
def __flash_place():
    pass


@c_native("__read_flash", [])
def __read_flash(address, n, as_str=0):
    pass


@c_native("__write_flash", [])
def __write_flash(address, data):
    pass


# ---- power, for pwr and sfw ----

@c_native("zn___builtins___lowpower_sleep", ["lowpower.c"])
def __pwr_go_to_sleep(delay, level):
    pass


@c_native("zn___builtins___lowpower_reason", [])
def __pwr_wakeup_reason():
    pass


@c_native("zn___builtins___lowpower_set_status", [])
def __pwr_set_status_byte(position, value):
    pass


@c_native("zn___builtins___lowpower_get_status", [])
def __pwr_get_status_byte(position):
    pass


@c_native("zn___builtins___lowpower_status_size", [])
def __pwr_get_status_size():
    pass


@c_native("zn___builtins___lowpower_watchdog", [])
def __sfw_setup_wdog(shortest, longest):
    pass


@c_native("zn___builtins___lowpower_kick", [])
def __sfw_kick_wdog():
    pass


@c_native("zn___builtins___lowpower_bitten", [])
def __sfw_triggered():
    pass
