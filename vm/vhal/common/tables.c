/* SPDX-License-Identifier: MIT */
/* tables.c -- the board's tables of pins, asked: which pin is meant, of which peripheral
 * it can be. */
#include "pins.h"

int pins_of(int vpin)
{
    return vpin >= 0 && vpin <= 0xffff && VHAL_IS_VALID_VPIN(vpin) ? PIN_CLASS_ID(vpin)
                                                                   : -1;
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
