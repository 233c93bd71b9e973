/* SPDX-License-Identifier: MIT */
/* console.c -- the console's line by polling: UART0. */
#include "chipport.h"
#include "stellaris.h"

#define UART0_DR REG(0x4000C000)
#define UART0_FR REG(0x4000C018)
#define UART0_CTL REG(0x4000C030)
enum { FR_TXFF = 1 << 5, CTL_UARTEN = 1, CTL_TXE = 1 << 8, CTL_RXE = 1 << 9 };

void chip_begin(void)
{
    SYSCTL_RCGC1 |= RCGC1_UART0;
    UART0_CTL = CTL_UARTEN | CTL_TXE | CTL_RXE;
}

void chip_put(char c)
{
    while (UART0_FR & FR_TXFF) {
    }
    UART0_DR = (uint8_t)c;
}
