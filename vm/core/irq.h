/* SPDX-License-Identifier: MIT */
/*
 * irq.h -- calls of Python asked for by C: interrupt handlers, C threads, timers.
 *
 * They run one after the other in the interrupt thread, which has the highest priority
 * and is made when it is first needed. vm_post, vm_add_irq and vm_irq_lost are in
 * vminterface.h.
 */
#ifndef CORE_IRQ_H
#define CORE_IRQ_H

#include "vminterface.h"

/* Makes the interrupt thread unless it exists. Context: thread with the GIL. */
err_t irq_start(void);
/* vm_post with the arguments in a tuple, or NULL. Context: any. */
bool irq_post(PObject *fn, PTuple *args);
/* Is a call waiting to be run, or running? Context: any. */
int irq_pending(void);
/* Marks what waiting calls hold, for gc_mark_roots. */
void irq_mark(void);

/* Says on the console how many calls were lost, if any. */
void irq_report_lost(void);

#endif
