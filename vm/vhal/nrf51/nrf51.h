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
enum { UART_ENABLED = 4, UART_CONFIG_PARITY = 7 << 1, UART_MOST_BAUD = 1000000 };
enum { UART_INT_RXDRDY = 1 << 2, UART_INT_TXDRDY = 1 << 7 };
enum { UART_IRQ = 2 };
#define UART_NO_PIN 0xFFFFFFFFu
/* 2^32 of it are 16 MHz; the manual's values are so, rounded to the upper 20 bits. */
#define UART_BAUD(baud)                                                                \
    ((uint32_t)((((uint64_t)(baud) << 32) / 16000000u + 0x800u) & 0xFFFFF000u))

/* 13: GPIO. */
enum { GPIO = 0x50000000 };
#define GPIO_OUT REG(GPIO + 0x504)
#define GPIO_OUTSET REG(GPIO + 0x508)
#define GPIO_OUTCLR REG(GPIO + 0x50C)
#define GPIO_IN REG(GPIO + 0x510)
#define GPIO_PIN_CNF(pad) REG(GPIO + 0x700 + 4 * (pad))
enum {
    PIN_OUTPUT = 1 << 0,
    PIN_NO_BUFFER = 1 << 1,
    PIN_PULL_DOWN = 1 << 2,
    PIN_PULL_UP = 3 << 2,
    PIN_HIGH_DRIVE = 3 << 8,
    PIN_OPEN_DRAIN = 6 << 8
};

/* 18: TIMER. TIMER0 is the kernel's clock. */
#define TIMER_START(n) REG(TIMER(n) + 0x000)
#define TIMER_STOP(n) REG(TIMER(n) + 0x004)
#define TIMER_CLEAR(n) REG(TIMER(n) + 0x00C)
#define TIMER_COMPARE0(n) REG(TIMER(n) + 0x140)
#define TIMER_SHORTS(n) REG(TIMER(n) + 0x200)
#define TIMER_INTENSET(n) REG(TIMER(n) + 0x304)
#define TIMER_INTENCLR(n) REG(TIMER(n) + 0x308)
#define TIMER_BITMODE(n) REG(TIMER(n) + 0x508)
#define TIMER_PRESCALER(n) REG(TIMER(n) + 0x510)
#define TIMER_CC0(n) REG(TIMER(n) + 0x540)
#define TIMER(n) (0x40008000u + 0x1000u * (n))
enum { TIMER_IRQ = 8, TIMER_16_BITS = 0, TIMER_MHZ = 4 };
enum { TIMER_CLEAR0 = 1 << 0, TIMER_INT0 = 1 << 16 };

/* 21: RNG. */
enum { RNG = 0x4000D000, RNG_IRQ = 13 };
#define RNG_START REG(RNG + 0x000)
#define RNG_STOP REG(RNG + 0x004)
#define RNG_VALRDY REG(RNG + 0x100)
#define RNG_INTENSET REG(RNG + 0x304)
#define RNG_INTENCLR REG(RNG + 0x308)
#define RNG_CONFIG REG(RNG + 0x504)
#define RNG_VALUE REG(RNG + 0x508)
enum { RNG_INT_VALRDY = 1, RNG_CORRECTED = 1 };

/* 6: NVMC; 7: FICR. */
enum { NVMC = 0x4001E000, FICR = 0x10000000 };
#define NVMC_READY REG(NVMC + 0x400)
#define NVMC_CONFIG REG(NVMC + 0x504)
#define NVMC_ERASEPAGE REG(NVMC + 0x508)
enum { NVMC_READ = 0, NVMC_WRITE = 1, NVMC_ERASE = 2 };
#define FICR_CODEPAGESIZE REG(FICR + 0x010)
#define FICR_CODESIZE REG(FICR + 0x014)
#define FICR_DEVICEID0 REG(FICR + 0x060)
#define FICR_DEVICEID1 REG(FICR + 0x064)

#endif
