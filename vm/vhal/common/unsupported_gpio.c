/* SPDX-License-Identifier: MIT */
/* unsupported_gpio.c -- a board without pins as inputs and outputs. */
#include "unsupported.h"
#include "gpio.h"

UNSUPPORTED(vhalPinSetMode, int vpin, int mode)
UNSUPPORTED(vhalPinRead, int vpin)
UNSUPPORTED(vhalPinWrite, int vpin, int value)
UNSUPPORTED(vhalPinToggle, int vpin)
UNSUPPORTED(vhalPinSetToPeripheral, int vpin, int prph, uint32_t prms)

void *vhalPinGetPort(int vpin)
{
    return NULL;
}

int vhalPinGetPad(int vpin)
{
    return VHAL_INVALID_PIN;
}

void vhalPinFastSet(void *port, int pad)
{
}

void vhalPinFastClear(void *port, int pad)
{
}

int vhalPinFastRead(void *port, int pad)
{
    return 0;
}

/* Peripherals have their pins for good. */
void gpio_hand_over(int pin, int prph)
{
}
