/* SPDX-License-Identifier: MIT */
/*
 * cmsdk.h -- registers of the Cortex-M System Design Kit (Technical Reference Manual
 * DDI 0479) where the MPS2 images AN385 and AN386 have them (application notes DAI
 * 0385, DAI 0386).
 */
#ifndef CMSDK_CMSDK_H
#define CMSDK_CMSDK_H

#include <stdint.h>

#define REG(address) (*(volatile uint32_t *)(address))

/* APB UARTs. */
#define UART_DATA(base) REG((base) + 0x00)
#define UART_STATE(base) REG((base) + 0x04)
#define UART_CTRL(base) REG((base) + 0x08)
#define UART_INT(base) REG((base) + 0x0C)
#define UART_BAUDDIV(base) REG((base) + 0x10)
enum { UART_STATE_TXFULL = 1, UART_STATE_RXFULL = 2 };
enum { UART_CTRL_TX = 1, UART_CTRL_RX = 2, UART_CTRL_TXINT = 4, UART_CTRL_RXINT = 8 };
enum { UART_INT_TX = 1, UART_INT_RX = 2, UART_LEAST_DIVIDER = 16 };
enum { UART0 = 0x40004000 };

#endif
