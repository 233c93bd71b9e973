/* SPDX-License-Identifier: MIT */
/* console.c -- the console's line by polling: UART 5. */
#include "aspeed.h"
#include "chipport.h"

enum { BAUD = 115200 };

void chip_begin(void)
{
    UART_LCR(UART5) = UART_LCR_8 | UART_LCR_DLAB;
    UART_DATA(UART5) = UART_CLOCK / BAUD;
    UART_IER(UART5) = 0;
    UART_LCR(UART5) = UART_LCR_8;
    UART_FCR(UART5) = UART_FCR_ON;
}

void chip_put(char c)
{
    while (!(UART_LSR(UART5) & UART_LSR_THRE)) {
    }
    UART_DATA(UART5) = (uint8_t)c;
}
