/* SPDX-License-Identifier: MIT */
/* console.c -- the console's line by polling: the UART, at the pins of the micro:bit.
 */
#include "chipport.h"
#include "nrf51.h"
#include "uart.h"

enum { TX_PIN = 24, RX_PIN = 25, BAUD = 115200 };

void chip_begin(void)
{
    UART_PSELTXD = TX_PIN;
    UART_PSELRXD = RX_PIN;
    UART_BAUDRATE = UART_BAUD(BAUD);
    UART_ENABLE = UART_ENABLED;
    UART_STARTTX = 1;
}

/* A byte may be on its way out for uart.c. */
void chip_put(char c)
{
    while (uart_is_sending(0)) {
    }
    UART_TXDRDY = 0;
    UART_TXD = (uint8_t)c;
    while (!UART_TXDRDY) {
    }
}
