/* SPDX-License-Identifier: MIT */
/* pins.c -- who has a pin. */
#include "pins.h"
#include "gpio.h"

enum { FREE = 0xff };

/* PRPH_EXT only listens. */
bool pins_owned(int pin)
{
    PinStatus owner = vhal_tables()->status[pin];
    return owner != FREE && owner != PRPH_EXT;
}

int pins_take(int vpin, int prph)
{
    const vhal_tables_t *t = vhal_tables();
    int pin = pins_of(vpin), result = VHAL_OK;
    if (vpin == 0xffff) {
        return VHAL_OK;
    }
    if (pin < 0 || prph < 0 || prph > PRPH_SD || !(t->pins[pin].prph & PRPHS(prph))) {
        return VHAL_INVALID_PIN;
    }
    vosSysLockIsr();
    if (t->status[pin] == FREE || t->status[pin] == prph) {
        t->status[pin] = (PinStatus)prph;
        gpio_hand_over(pin, prph);
    } else {
        result = VHAL_HARDWARE_STATUS_ERROR;
    }
    vosSysUnlockIsr();
    return result;
}

int pins_take_two(int a, int b, int prph)
{
    int result = pins_take(a, prph);
    if (result == VHAL_OK && (result = pins_take(b, prph)) != VHAL_OK) {
        pins_give(a, prph);
    }
    return result;
}

void pins_give(int vpin, int prph)
{
    int pin = pins_of(vpin);
    if (pin < 0) {
        return;
    }
    PinStatus *owner = &vhal_tables()->status[pin];
    vosSysLockIsr();
    if (*owner == prph) {
        *owner = FREE;
        gpio_hand_over(pin, -1);
    }
    vosSysUnlockIsr();
}
