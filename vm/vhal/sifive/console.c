/* SPDX-License-Identifier: MIT */
/* console.c -- the console's line by polling: UART0 (FU540 manual, chapter 13). */
#include "chipport.h"
#include "sifive.h"

#define TXDATA REG(SIFIVE_UART(0))
#define TXCTRL REG(SIFIVE_UART(0) + 8)
enum { GPIO_INPUT_ENABLE = 0x04, ALL_PINS = 0xFFFF };
enum { TXDATA_FULL = 1 << 31, TXCTRL_ENABLE = 1 };

/* From now on all pins read their lines, too. */
void chip_begin(void)
{
    REG(SIFIVE_GPIO + GPIO_INPUT_ENABLE) = ALL_PINS;
    TXCTRL = TXCTRL_ENABLE;
}

void chip_put(char c)
{
    while (TXDATA & TXDATA_FULL) {
    }
    TXDATA = (uint8_t)c;
}

/* Pin 10 resets the board when it is pulled down (HiFive Unleashed schematics). */
void chip_reset(void)
{
    enum { OUTPUT_ENABLE = 0x08, OUTPUT = 0x0C, RESET_PIN = 10 };
    REG(SIFIVE_GPIO + OUTPUT) &= ~(1u << RESET_PIN);
    REG(SIFIVE_GPIO + OUTPUT_ENABLE) |= 1u << RESET_PIN;
    for (;;) {
    }
}
