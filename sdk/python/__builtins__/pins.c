/* SPDX-License-Identifier: MIT */
/*
 * pins.c -- pinMode, digitalRead, digitalWrite, pinToggle.
 */
#include "pins.h"

err_t pins_error(int32_t pin, int code)
{
    const char *why = code == VHAL_INVALID_PIN             ? "this board has no pin"
                      : code == VHAL_HARDWARE_STATUS_ERROR ? "a peripheral has pin"
                                                           : "this is no mode of pin";
    return vm_raise(-(code), PIN_CLASS(pin) == PINCLASS_DIGITAL ? "%s D%d" : "%s 0x%x",
                    why, (int)pin);
}

static err_t check(int32_t pin, int code)
{
    return code >= 0 ? ERR_OK : pins_error(pin, code);
}

/// What a pin is for.
/// @param mode  INPUT, INPUT_PULLUP, INPUT_PULLDOWN, OUTPUT, OUTPUT_OPENDRAIN,
/// OUTPUT_HIGHDRIVE or INPUT_ANALOG
/// @raises InvalidPinError  the board has no such pin, or it cannot do this
C_NATIVE_FN(py = pinMode)
err_t pins_mode(int32_t pin, int32_t mode)
{
    return check(pin, vhalPinSetMode(pin, mode));
}

/// The level of a pin, 0 or 1.
/// @raises InvalidPinError  the board has no such pin
C_NATIVE_FN(py = digitalRead)
err_t pins_read(int32_t pin, int32_t *level ZN_OUT)
{
    int code = vhalPinRead(pin);
    *level = code > 0;
    return check(pin, code);
}

/// Makes a pin LOW (0) or HIGH.
/// @raises InvalidPinError  the board has no such pin
C_NATIVE_FN(py = digitalWrite)
err_t pins_write(int32_t pin, int32_t level)
{
    return check(pin, vhalPinWrite(pin, level != 0));
}

/// Makes a low pin high and a high one low.
/// @raises InvalidPinError  the board has no such pin
C_NATIVE_FN(py = pinToggle)
err_t pins_toggle(int32_t pin)
{
    return check(pin, vhalPinToggle(pin));
}
