/* SPDX-License-Identifier: MIT */
/* pins.c -- the board's tables of pins: which peripheral a pin can be of, who has it.
 */
#include "pins.h"
#include "gpio.h"

enum { FREE = 0xff };

int pins_of(int vpin)
{
    return vpin >= 0 && vpin <= 0xffff && VHAL_IS_VALID_VPIN(vpin) ? PIN_CLASS_ID(vpin)
                                                                   : -1;
}

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

int vhalGetPeripheralForPin(int vpin, int pinclass)
{
    const vhal_tables_t *t = vhal_tables();
    int pin = pins_of(vpin);
    if (pin < 0 || pinclass <= PINCLASS_DIGITAL || pinclass >= (int)t->nclasses) {
        return VHAL_INVALID_PIN;
    }
    for (int row = 0; row < t->class_sizes[pinclass]; row++) {
        if (t->classes[pinclass][row].pidx == pin) {
            return t->classes[pinclass][row].data0;
        }
    }
    return VHAL_INVALID_PIN;
}

void *_vm_pin_map(int prph)
{
    const vhal_tables_t *t = vhal_tables();
    const void *map = prph == PRPH_SPI   ? (const void *)t->spi_pins
                      : prph == PRPH_I2C ? (const void *)t->i2c_pins
                      : prph == PRPH_CAN ? (const void *)t->can_pins
                                         : NULL;
    return (void *)(uintptr_t)map;
}
