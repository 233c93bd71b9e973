/* SPDX-License-Identifier: MIT */
/* console.c -- the console's line by polling: UART 5. */
#include "aspeed.h"
#include "chipport.h"

enum { DIVIDER = 13 }; /* 24 MHz / 16: 115200 baud */

void chip_begin(void)
{
    UART_LCR(UART5) = UART_LCR_8N1 | UART_LCR_DLAB;
    UART_DATA(UART5) = DIVIDER;
    UART_IER(UART5) = 0;
    UART_LCR(UART5) = UART_LCR_8N1;
    UART_FCR(UART5) = 1;
}

void chip_put(char c)
{
    while (!(UART_LSR(UART5) & UART_LSR_TXEMPTY)) {
    }
    UART_DATA(UART5) = (uint8_t)c;
}
