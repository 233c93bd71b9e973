/* SPDX-License-Identifier: MIT */
/* gptm.h -- the general-purpose timers 0 … 3, as one of 32 bits each. */
#ifndef STELLARIS_GPTM_H
#define STELLARIS_GPTM_H

#include "stellaris.h"

#define GPTM(n) (0x40030000u + 0x1000u * (n))
#define GPTM_CFG(n) REG(GPTM(n))
#define GPTM_TAMR(n) REG(GPTM(n) + 0x04)
#define GPTM_CTL(n) REG(GPTM(n) + 0x0C)
#define GPTM_IMR(n) REG(GPTM(n) + 0x18)
#define GPTM_ICR(n) REG(GPTM(n) + 0x24)
#define GPTM_TAILR(n) REG(GPTM(n) + 0x28)
enum { GPTM_ONCE = 1, GPTM_PERIODIC = 2 };
enum { GPTM_ENABLE = 1, GPTM_TRIGGER = 1 << 5, GPTM_TIMEOUT = 1 };

/* Timers 0 … 2 are the program's, the last one starts the ADC. */
enum { GPTM_ADC = 3 };

#endif
