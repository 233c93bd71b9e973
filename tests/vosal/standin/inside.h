/* SPDX-License-Identifier: MIT */
/* inside.h -- for the stand-ins: our kernel as they use it. All but inside_start
 * locked. */
#ifndef STANDIN_INSIDE_H
#define STANDIN_INSIDE_H

#include "kernel.h"
#include "standin.h"

/* Our kernel runs from now on; the caller has the highest level until it goes idle. */
void inside_start(void);
void inside_idle(void);
/* The length of a tick, ns, and how many have been. */
uint64_t inside_tick(void);
uint64_t inside_ticks(void);
void inside_set_prio(kthread_t *t, uint8_t prio);

/* A thread that was woken and runs once somebody yields, or at the next tick. */
typedef struct pending {
    node_t node; /* first */
    kthread_t *thread;
} pending_t;

void inside_wake(pending_t *p);
void inside_forget(pending_t *p);
/* The highest priority among them. */
uint8_t inside_best_pending(void);
/* All of them are ready. */
void inside_flush(void);

#endif
