/* SPDX-License-Identifier: MIT */
/*
 * aspeed.h -- registers of the AST10x0 (AST1030 data sheet; its addresses and fields are
 * public in the device tree and SVD files of Aspeed's Zephyr and Rust packages).
 */
#ifndef ASPEED_ASPEED_H
#define ASPEED_ASPEED_H

#include <stdint.h>

#define REG(address) (*(volatile uint32_t *)(address))

/* UARTs: 16550, a register every 4 bytes. */
#define UART_DATA(base) REG((base) + 0x00)
#define UART_IER(base) REG((base) + 0x04)
#define UART_FCR(base) REG((base) + 0x08)
#define UART_IIR(base) REG((base) + 0x08)
#define UART_LCR(base) REG((base) + 0x0C)
#define UART_LSR(base) REG((base) + 0x14)
enum { UART_LCR_8N1 = 3, UART_LCR_DLAB = 1 << 7 };
enum { UART_LSR_DATA = 1 << 0, UART_LSR_TXEMPTY = 1 << 5 };
enum { UART5 = 0x7E784000 };

#endif
