/* SPDX-License-Identifier: MIT */
/* stellaris.h -- registers of the LM3S6965 (data sheet DS-LM3S6965). */
#ifndef STELLARIS_STELLARIS_H
#define STELLARIS_STELLARIS_H

#include <stdint.h>

#define REG(address) (*(volatile uint32_t *)(address))

#define SYSCTL_RCGC1 REG(0x400FE104)
#define UART0_DR REG(0x4000C000)
#define UART0_FR REG(0x4000C018)
#define UART0_CR REG(0x4000C030)

#endif
