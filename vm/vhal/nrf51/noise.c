/* SPDX-License-Identifier: MIT */
/*
 * noise.c -- the random number generator. Bytes, one in 1/3 ms with bias correction,
 * are kept ready by its interrupt; whoever wants more at once waits for them.
 */
#include "noise.h"
#include "nrf51.h"
#include "vosal.h"

enum { SIZE = 16 };
static uint8_t ready[SIZE];
static uint32_t count;

static void take(void)
{
    RNG_VALRDY = 0;
    ready[count++] = (uint8_t)RNG_VALUE;
    if (count == SIZE) {
        RNG_INTENCLR = RNG_INT_VALRDY;
        RNG_STOP = 1;
    }
}

static void on_interrupt(void)
{
    if (RNG_VALRDY && count < SIZE) {
        take();
    }
}

static void start(void)
{
    static bool begun;
    if (!begun) {
        begun = true;
        RNG_CONFIG = RNG_CORRECTED;
        vosInstallHandler(RNG_IRQ, on_interrupt);
        vos_irq_enable(RNG_IRQ, true);
    }
    RNG_INTENSET = RNG_INT_VALRDY;
    RNG_START = 1;
}

uint32_t noise_read(void)
{
    uint32_t value = 0;
    for (int i = 0; i < 4; i++) {
        if (count <= SIZE / 2) {
            start();
        }
        while (!count) {
            on_interrupt();
        }
        value = value << 8 | ready[--count];
    }
    return value;
}
