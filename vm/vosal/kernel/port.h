/* SPDX-License-Identifier: MIT */
/*
 * port.h -- what the kernel asks of a CPU. A port is these functions and calls to the
 * four at the end.
 *
 * The kernel has one lock: interrupts off. It is held across port_switch_to, port_exit and
 * port_idle, and the thread that goes on running gives it up.
 */
#ifndef KERNEL_PORT_H
#define KERNEL_PORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct kthread kthread_t;

/* Nanoseconds since the start are the kernel's only measure of time; this one never is.
 */
#define PORT_NEVER UINT64_MAX

/* Once, before everything but the interrupt lock: bounds of `main`'s stack, interrupts.
 */
void port_start(kthread_t *main);

/* From now on Ctrl-C, where there is one, calls kernel_interrupt in an isr. */
void port_catch_interrupt(void);

/* Interrupts off and on. They do not nest. What came meanwhile runs inside port_irq_on.
 * Where that is one instruction, it costs no call. */
#if defined PORT_CORTEXM
static inline void port_irq_off(void)
{
    __asm__ volatile("cpsid i" ::: "memory");
}
static inline void port_irq_on(void)
{
    __asm__ volatile("cpsie i" ::: "memory");
}
#elif defined PORT_RV32
static inline void port_irq_off(void)
{
    __asm__ volatile("csrci mstatus, 8" ::: "memory");
}
static inline void port_irq_on(void)
{
    __asm__ volatile("csrsi mstatus, 8" ::: "memory");
}
#else
void port_irq_off(void);
void port_irq_on(void);
#endif

/* Time since the start. Context: any. */
uint64_t port_now(void);
/* How far port_now may be behind, ns: a whole step of a clock that counts ticks. Any. */
#ifdef PORT_LAGS
uint64_t port_lag(void);
#else
#define port_lag() 0
#endif
/* Calls kernel_clock in an isr at `at` or soon after; PORT_NEVER: not needed. Locked.
 */
void port_set_alarm(uint64_t at);
/* port_now() for a program that may ask again and again until it has advanced. Any. */
uint64_t port_read_clock(void);
/* One turn of a loop that waits for port_now() to reach `until`. Any. */
void port_relax(uint64_t until);
/* The first object that may need an alarm while a thread runs is being made. Thread. */
void port_need_clock(void);

/*
 * A stack and what else `t` needs to be switched to: sets t->port, t->stack_low and
 * t->stack_high. Its first switch calls kernel_thread_run(t). False: no memory. Thread.
 */
bool port_thread_new(kthread_t *t, size_t stack_size);
/* Gives t->port of a thread that has ended or was never started back. Thread. */
void port_thread_free(void *port);
/*
 * Saves the registers on `from`'s stack and its stack pointer in from->sp, goes on with
 * `to`, and returns when somebody switches to `from`. Locked.
 */
void port_switch_to(kthread_t *from, kthread_t *to);
/* The same for a thread that has ended; whatever the caller does then touches nothing.
 */
void port_exit(kthread_t *to);
/*
 * Nothing is ready: waits for an interrupt or until `until` and runs what is due, in an
 * isr. May also return for no reason. Locked.
 */
void port_idle(uint64_t until);

/* The port's own memory, for when no other was set: zeroed, 8-aligned. Thread. */
void *port_alloc(size_t size);
void port_free(void *p);

/* ---- what a port calls ---- */

/* After every interrupt, which begins with kernel_isr_enter. Exit switches threads if
 * that is due and `may_switch`. Leave does not: true when it is due, and the port calls
 * kernel_give_way where it can. */
void kernel_isr_exit(bool may_switch);
bool kernel_isr_leave(void);
/* After an interrupt, in the thread that was interrupted: lets a better one run. */
void kernel_give_way(void);
/* In an isr, when the alarm has come: everything whose time is over. */
void kernel_clock(void);
/* The first and only call of a new thread; returns when the thread has ended. */
void kernel_thread_run(kthread_t *t);

#endif
