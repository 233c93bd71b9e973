/* SPDX-License-Identifier: MIT */
/* nrf51.h -- registers of the nRF51 series (nRF51 Series Reference Manual 3.0). */
#ifndef NRF51_NRF51_H
#define NRF51_NRF51_H

#include <stdint.h>

#define REG(address) (*(volatile uint32_t *)(address))

/* 29: UART. */
enum { UART0 = 0x40002000 };
#define UART_STARTRX REG(UART0 + 0x000)
#define UART_STOPRX REG(UART0 + 0x004)
#define UART_STARTTX REG(UART0 + 0x008)
#define UART_STOPTX REG(UART0 + 0x00C)
#define UART_RXDRDY REG(UART0 + 0x108)
#define UART_TXDRDY REG(UART0 + 0x11C)
#define UART_INTENSET REG(UART0 + 0x304)
#define UART_INTENCLR REG(UART0 + 0x308)
#define UART_ENABLE REG(UART0 + 0x500)
#define UART_PSELTXD REG(UART0 + 0x50C)
#define UART_PSELRXD REG(UART0 + 0x514)
#define UART_RXD REG(UART0 + 0x518)
#define UART_TXD REG(UART0 + 0x51C)
#define UART_BAUDRATE REG(UART0 + 0x524)
#define UART_CONFIG REG(UART0 + 0x56C)
enum { UART_ENABLED = 4, UART_BAUD_115200 = 0x01D7E000 };
enum { UART_INT_RXDRDY = 1 << 2, UART_INT_TXDRDY = 1 << 7 };

#endif
