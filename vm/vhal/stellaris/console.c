/* SPDX-License-Identifier: MIT */
/*
 * console.c -- the console's line by polling: UART0, an ARM PrimeCell PL011, at
 * 0x4000C000. Source: LM3S6965 data sheet, chapters 6 (clock gating) and 12 (UART).
 */
#include "chipport.h"
#include "stellaris.h"

enum { FR_TXFF = 1 << 5, CR_UARTEN = 1, CR_TXE = 1 << 8, CR_RXE = 1 << 9 };

void chip_begin(void)
{
    SYSCTL_RCGC1 |= 1;
    UART0_CR = CR_UARTEN | CR_TXE | CR_RXE;
}

void chip_put(char c)
{
    while (UART0_FR & FR_TXFF) {
    }
    UART0_DR = (uint8_t)c;
}
