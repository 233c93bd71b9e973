/* SPDX-License-Identifier: MIT */
/*
 * foreign.h -- VOSAL over a kernel that the user brings: what each of them has to do.
 *
 * Every VOSAL thread is a task of that kernel, which schedules it by the priority that
 * VOSAL tells it. Semaphores, locks, mailboxes and their like are those of our own
 * kernel (vm/vosal/kernel): they need a lock, and tasks that block and are woken.
 * sched.c here stands between the two; vm/vosal/freertos and vm/vosal/chibios have the
 * functions below and of port.h those about memory and threads; a clock file has those
 * about time.
 *
 * A task that the user made becomes a VOSAL thread with its first call of VOSAL.
 */
#ifndef FOREIGN_FOREIGN_H
#define FOREIGN_FOREIGN_H

#include "kernel.h"

/* Tasks of the user's that may call VOSAL. */
#ifndef VOSAL_ADOPTED
#define VOSAL_ADOPTED 4
#endif

/* ---- the kernel's side ---- */

/* Does an interrupt's handler run? Any. */
bool foreign_in_isr(void);
/* The thread of the task that runs, or that was interrupted; NULL: it is not VOSAL's.
 */
kthread_t *foreign_current(void);
/* The running task is `t` from now on: t->port, and its bounds and priority if known.
 */
void foreign_adopt(kthread_t *t);
/* Sleeps until foreign_unblock, or for less: the caller looks whether it still waits.
 * Locked; meanwhile it is not. */
void foreign_block(kthread_t *self);
/* `t` goes on, or will not sleep when it is about to. Locked, thread or isr. */
void foreign_unblock(kthread_t *t);
/* t->prio has changed. Locked, thread or isr. */
void foreign_set_prio(kthread_t *t);
/* Serves the interrupts that have come, and switches to nobody. Locked, thread; the
 * interrupts find the lock free. */
void foreign_window(kthread_t *self);
/* Lets tasks of the same priority run. Thread, not locked. */
void foreign_yield(void);
/* The running task has ended: it touches nothing of VOSAL's any more. Not locked. */
void foreign_end(void) __attribute__((noreturn));
/* Gives the running task the lowest priority there is, or its own. Thread. */
void foreign_step_back(bool back);
/* Time since the start by the kernel's own ticks, ns, and the length of one. Any. */
uint64_t foreign_ticked(void);
uint64_t foreign_tick(void);

/* ---- the machine's: host.c, or chip.c ---- */

/* Before the first thread: priorities of interrupts. */
void machine_begin(void);
/* Bounds of the running task's stack, where the machine knows better than the kernel.
 * Interrupts are off: the host's libc may allocate for it. */
void machine_bounds(kthread_t *t);
/* Runs what has been posted by vos_irq_post. In an isr. */
void machine_run_posted(void);

/* ---- what the kernel's side calls ---- */

/* A task that VOSAL has no thread for: the idle one, or the kernel's own helpers. */
extern kthread_t foreign_nobody;

/* The alarm has come. In an isr, or in a task above all threads. */
void foreign_alarm(void);
/* All that the task of a new thread does. */
void foreign_run(kthread_t *t);

#endif
