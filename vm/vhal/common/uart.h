/* SPDX-License-Identifier: MIT */
/*
 * uart.h -- what a family fills in of its serial lines for serial.c, by hardware number
 * (GET_PERIPHERAL_ID). Interrupts are off or the kernel is locked, but in uart_start
 * and uart_stop.
 */
#ifndef VHAL_UART_H
#define VHAL_UART_H

#include "vhal.h"

/* Starts it with that speed and format, its interrupt for what is received on; or
 * VHAL_UNSUPPORTED_ERROR. Installs serial_isr as handler and enables the interrupt. */
int uart_start(uint32_t uart, const vhalSerialConf *conf);
/* No interrupts any more. */
void uart_stop(uint32_t uart);
/* The next byte received, or false. Lowers the interrupt when it was the last. */
bool uart_get(uint32_t uart, uint8_t *byte);
/* Sends it; false: there is no room now. */
bool uart_put(uint32_t uart, uint8_t byte);
/* Interrupts, or no longer, when there is room. */
void uart_want_room(uint32_t uart, bool on);
/* Is a byte still on its way out? */
bool uart_is_sending(uint32_t uart);

/* serial.c's: serves all open lines. Context: isr. */
void serial_isr(void);

#endif
