/* SPDX-License-Identifier: MIT */
/*
 * systimer.h -- kernel timers that call Python: __new_timer, __timer_set, __timer_get.
 */
#ifndef CORE_SYSTIMER_H
#define CORE_SYSTIMER_H

/* Marks what armed timers hold, for gc_mark_roots. */
void systimer_mark(void);

#endif
