/* SPDX-License-Identifier: MIT */
/* gpio.c -- pins as the program reads and writes them, over a family's gpio.h. */
#include "gpio.h"
#include "pins.h"

int vhalPinSetMode(int vpin, int mode)
{
    int pin = pins_of(vpin), result;
    if (pin < 0) {
        return VHAL_INVALID_PIN;
    }
    if (mode < PINMODE_NONE || mode > PINMODE_INPUT_ANALOG ||
        (mode == PINMODE_INPUT_ANALOG && !(vhal_tables()->pins[pin].prph & HAS_ADC))) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    vosSysLockIsr();
    if (pins_owned(pin)) {
        result = VHAL_HARDWARE_STATUS_ERROR;
        if (mode == PINMODE_NONE) {
            pins_give(vpin, vhal_tables()->status[pin]);
            result = VHAL_OK;
        }
    } else {
        result = gpio_set_mode(pin, mode);
    }
    vosSysUnlockIsr();
    return result;
}

int vhalPinRead(int vpin)
{
    int pin = pins_of(vpin);
    return pin < 0 ? VHAL_INVALID_PIN : gpio_level(pin);
}

/* `value` below 0: the other one. */
static int write_pin(int vpin, int value)
{
    int pin = pins_of(vpin), result = VHAL_OK;
    if (pin < 0) {
        return VHAL_INVALID_PIN;
    }
    vosSysLockIsr();
    if (pins_owned(pin)) {
        result = VHAL_HARDWARE_STATUS_ERROR;
    } else {
        gpio_put(pin, value < 0 ? !gpio_output(pin) : value);
    }
    vosSysUnlockIsr();
    return result;
}

int vhalPinWrite(int vpin, int value)
{
    return write_pin(vpin, value != 0);
}

int vhalPinToggle(int vpin)
{
    return write_pin(vpin, -1);
}

void *vhalPinGetPort(int vpin)
{
    return pins_of(vpin) < 0 ? NULL : PIN_PORT(vpin);
}

int vhalPinGetPad(int vpin)
{
    return pins_of(vpin) < 0 ? VHAL_INVALID_PIN : PIN_PAD(vpin);
}

int vhalPinSetToPeripheral(int vpin, int prph, uint32_t prms)
{
    (void)prms;
    return pins_take(vpin, prph);
}
