/* SPDX-License-Identifier: MIT */
/* sifive.h -- devices and interrupts of the SiFive FU540-C000. Source: its manual,
 * v1p4: chapters 5 (memory map), 10 (interrupts). */
#ifndef SIFIVE_SIFIVE_H
#define SIFIVE_SIFIVE_H

#include <stdint.h>

#define REG(address) (*(volatile uint32_t *)(address))

#define SIFIVE_UART(n) (0x10010000u + 0x1000u * (n))
#define SIFIVE_PWM(n) (0x10020000u + 0x1000u * (n))
#define SIFIVE_SPI0 0x10040000u
#define SIFIVE_SPI2 0x10050000u
#define SIFIVE_GPIO 0x10060000u
#define SIFIVE_OTP 0x10070000u

enum { SIFIVE_UART_IRQ = 4, SIFIVE_GPIO_IRQ = 7 }; /* of the first of each */

/* Hz of the buses that all of these hang on, after reset of QEMU's board. */
#define SIFIVE_CLOCK 500000000u

#endif
