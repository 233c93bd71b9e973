/* SPDX-License-Identifier: MIT */
/*
 * gpio.c -- the 32 pins of the one port. Their interrupts (GPIOTE) are not used: QEMU
 * models none.
 */
#include "gpio.h"
#include "nrf51.h"
#include "pins.h"

static uint32_t bit_of(int pin)
{
    return 1u << vhal_tables()->pins[pin].pad;
}

int gpio_set_mode(int pin, int mode)
{
    static const uint16_t configurations[] = {
        [PINMODE_NONE] = PIN_NO_BUFFER,
        [PINMODE_INPUT_PULLNONE] = 0,
        [PINMODE_INPUT_PULLUP] = PIN_PULL_UP,
        [PINMODE_INPUT_PULLDOWN] = PIN_PULL_DOWN,
        [PINMODE_OUTPUT_PUSHPULL] = PIN_OUTPUT,
        [PINMODE_OUTPUT_OPENDRAIN] = PIN_OUTPUT | PIN_OPEN_DRAIN,
        [PINMODE_OUTPUT_HIGHDRIVE] = PIN_OUTPUT | PIN_HIGH_DRIVE,
        [PINMODE_INPUT_ANALOG] = PIN_NO_BUFFER,
    };
    GPIO_PIN_CNF(vhal_tables()->pins[pin].pad) = configurations[mode];
    return VHAL_OK;
}

bool gpio_level(int pin)
{
    return GPIO_IN & bit_of(pin);
}

bool gpio_output(int pin)
{
    return GPIO_OUT & bit_of(pin);
}

void gpio_put(int pin, bool value)
{
    if (value) {
        GPIO_OUTSET = bit_of(pin);
    } else {
        GPIO_OUTCLR = bit_of(pin);
    }
}

/* A peripheral finds its pins by its own registers. */
void gpio_hand_over(int pin, int prph)
{
    gpio_set_mode(pin, prph < 0 ? PINMODE_NONE : PINMODE_INPUT_PULLNONE);
}

/* ---- fast: there is one port ---- */

void vhalPinFastSet(void *port, int pad)
{
    (void)port;
    GPIO_OUTSET = 1u << pad;
}

void vhalPinFastClear(void *port, int pad)
{
    (void)port;
    GPIO_OUTCLR = 1u << pad;
}

int vhalPinFastRead(void *port, int pad)
{
    (void)port;
    return GPIO_IN >> pad & 1;
}
