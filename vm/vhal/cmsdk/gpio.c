/* SPDX-License-Identifier: MIT */
/*
 * gpio.c -- what FPGAIO has of pins: two LEDs, two buttons, the select lines of the SPI
 * buses. Each can be one thing only, none interrupts.
 */
#include "gpio.h"
#include "cmsdk.h"

/* Of the ports A, B, C of board.json. */
static const uint8_t ports[] = {FPGAIO_LED, FPGAIO_BUTTON, FPGAIO_MISC};

static uint32_t port_of(int pin)
{
    return ports[vhal_tables()->pins[pin].port];
}

static uint32_t bit_of(int pin)
{
    return 1u << vhal_tables()->pins[pin].pad;
}

int gpio_set_mode(int pin, int mode)
{
    int only = port_of(pin) == FPGAIO_BUTTON ? PINMODE_INPUT_PULLNONE
                                             : PINMODE_OUTPUT_PUSHPULL;
    return mode == PINMODE_NONE || mode == only ? VHAL_OK : VHAL_UNSUPPORTED_ERROR;
}

bool gpio_level(int pin)
{
    return REG(FPGAIO + port_of(pin)) & bit_of(pin);
}

bool gpio_output(int pin)
{
    return port_of(pin) != FPGAIO_BUTTON && gpio_level(pin);
}

static void put(uint32_t port, uint32_t bit, bool value)
{
    if (port != FPGAIO_BUTTON) {
        uint32_t before = REG(FPGAIO + port);
        REG(FPGAIO + port) = value ? before | bit : before & ~bit;
    }
}

void gpio_put(int pin, bool value)
{
    put(port_of(pin), bit_of(pin), value);
}

void gpio_hand_over(int pin, int prph)
{
    (void)pin;
    (void)prph;
}

/* ---- fast: a port's handle is its place among the handles ---- */

static uint32_t port_at(const void *handle)
{
    return ports[(const uint8_t *)handle - (const uint8_t *)vhal_tables()->ports[0]];
}

void vhalPinFastSet(void *port, int pad)
{
    put(port_at(port), 1u << pad, true);
}

void vhalPinFastClear(void *port, int pad)
{
    put(port_at(port), 1u << pad, false);
}

int vhalPinFastRead(void *port, int pad)
{
    return REG(FPGAIO + port_at(port)) >> pad & 1;
}
