/* SPDX-License-Identifier: MIT */
/*
 * htimer.h -- what a family fills in of its hardware timers for htm.c, by logical
 * number. Those without have htimer_clock.c: the kernel's timers.
 */
#ifndef VHAL_HTIMER_H
#define VHAL_HTIMER_H

#include "vhal.h"

#ifndef HTM_TIMERS
#define HTM_TIMERS 4
#endif

/* Prepares timer `tm`; again is harmless. False: no memory. Context: thread. */
bool htimer_open(uint32_t tm);
/* Calls htm_expired(tm) after `micros` (1 …), once or every time. Locked. */
void htimer_set(uint32_t tm, uint32_t micros, bool again);
/* Never any more. Locked. */
void htimer_clear(uint32_t tm);

/* htm.c's. Context: isr. */
void htm_expired(uint32_t tm);

#endif
