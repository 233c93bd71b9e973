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

/* APB timers: down from the reload value. */
#define TIMER(n) (0x40000000u + 0x1000u * (n))
#define TIMER_CTRL(n) REG(TIMER(n) + 0x00)
#define TIMER_VALUE(n) REG(TIMER(n) + 0x04)
#define TIMER_RELOAD(n) REG(TIMER(n) + 0x08)
#define TIMER_INT(n) REG(TIMER(n) + 0x0C)
enum { TIMER_ON = 1 << 0, TIMER_INTERRUPT = 1 << 3, TIMER_IRQ = 8 };

/* APB watchdog: the first time that it comes to 0 is an NMI, the second resets. */
enum { WATCHDOG = 0x40008000 };
#define WATCHDOG_LOAD REG(WATCHDOG + 0x000)
#define WATCHDOG_CTRL REG(WATCHDOG + 0x008)
#define WATCHDOG_INTCLR REG(WATCHDOG + 0x00C)
#define WATCHDOG_LOCK REG(WATCHDOG + 0xC00)
enum { WATCHDOG_INTEN = 1, WATCHDOG_RESEN = 2 };
#define WATCHDOG_KEY 0x1ACCE551u

/* FPGAIO: LEDs, buttons, select lines. */
enum { FPGAIO = 0x40028000 };
enum { FPGAIO_LED = 0x00, FPGAIO_BUTTON = 0x08, FPGAIO_MISC = 0x4C };

/* Serial buses of two lines: what is 1 lets go of one, reading shows the lines. */
#define SBCON_SET(base) REG((base) + 0x00)
#define SBCON_CLEAR(base) REG((base) + 0x04)
enum { SBCON_SCL = 1, SBCON_SDA = 2 };

#endif
