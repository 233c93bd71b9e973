/* SPDX-License-Identifier: MIT */
/* sifive.h -- devices of the SiFive FU540-C000 (its manual, v1p4: chapter 5, memory
 * map; 10, interrupts). */
#ifndef SIFIVE_SIFIVE_H
#define SIFIVE_SIFIVE_H

#include <stdint.h>

#define REG(address) (*(volatile uint32_t *)(address))

#define SIFIVE_UART0 0x10010000u
#define SIFIVE_UART1 0x10011000u
#define SIFIVE_GPIO 0x10060000u

#endif
