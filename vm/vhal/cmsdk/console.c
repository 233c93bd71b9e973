/* SPDX-License-Identifier: MIT */
/* console.c -- the console's line by polling: UART 0. */
#include "chipport.h"
#include "cmsdk.h"

enum { DIVIDER = 217 }; /* 25 MHz: 115200 baud */

void chip_begin(void)
{
    UART_BAUDDIV(UART0) = DIVIDER;
    UART_CTRL(UART0) = UART_CTRL_TX | UART_CTRL_RX;
}

void chip_put(char c)
{
    while (UART_STATE(UART0) & UART_STATE_TXFULL) {
    }
    UART_DATA(UART0) = (uint8_t)c;
}
