# SPDX-License-Identifier: MIT
"""Pins, those of the chip and those of expanders on a bus, by the same functions."""

# by id: (driver, pins of the expander or None)
_expanders = {}


def add_expander(id, driver, pinmap=None):
    """
    Makes the pins of an expander chip known: id * 0x10000 + n (id from 1) is the n-th of `pinmap`, the expander's pins,
    or simply its pin n. `driver` is an object with mode(pin, mode), set(pin, value) and get(pin).
    """
    if id < 1:
        raise ValueError("ids of expanders begin with 1")
    _expanders[id] = (driver, pinmap)


def _find(pin):
    id, n = pin >> 16, pin & 0xFFFF
    if id not in _expanders:
        raise InvalidPinError("no expander %d for pin 0x%x" % (id, pin))
    driver, pinmap = _expanders[id]
    return driver, n if pinmap is None else pinmap[n]


def mode(pin, mode):
    """INPUT, INPUT_PULLUP, OUTPUT … as of pinMode()."""
    if pin < 0x10000:
        return pinMode(pin, mode)
    driver, n = _find(pin)
    driver.mode(n, mode)


def set(pin, value):
    """Makes the pin LOW (0) or HIGH."""
    if pin < 0x10000:
        return digitalWrite(pin, value)
    driver, n = _find(pin)
    driver.set(n, value)


def get(pin):
    """The level of the pin, 0 or 1."""
    if pin < 0x10000:
        return digitalRead(pin)
    driver, n = _find(pin)
    return driver.get(n)


def high(pin):
    set(pin, HIGH)


def low(pin):
    set(pin, LOW)
