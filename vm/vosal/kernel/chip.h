/* SPDX-License-Identifier: MIT */
/*
 * chip.h -- what a CPU's port, a clock and the files chip_*.c owe each other.
 *
 * A port to a chip is one file for the CPU (cortexm.c with armv6m.c or armv7m.c,
 * rv32.c) and one for the timer that is its clock (clock_*.c). Handlers run
 * with interrupts off, from their first instruction to their last: they never nest.
 */
#ifndef KERNEL_CHIP_H
#define KERNEL_CHIP_H

#include "kernel.h"

/* ---- the CPU's: registers that the files chip_*.c use ---- */

/* Turns interrupts off and says whether they were on; turns them on again if so. Any.
 */
bool cpu_irq_save(void);
void cpu_irq_restore(bool on);
/* Interrupts are off: waits for one, lets it be served, turns them off again. */
void cpu_wait(void);
/* The interrupt that runs what has been posted; at once if interrupts are on. Any. */
void cpu_raise_posted(void);
/* External interrupts 0 … CHIP_IRQS - 1 of the interrupt controller. Any. */
void cpu_irq_enable(int32_t irq, bool on);
void cpu_irq_raise(int32_t irq);
/* Saves the registers on the running stack and its pointer in *from; goes on with the
 * stack `to`. Locked. */
void cpu_swap(char **from, char *to);
/* Goes on with the stack `to`, for ever. Locked. */
void cpu_go(char *to) __attribute__((noreturn));
/* Prepares a stack so that the first cpu_swap to it calls kernel_thread_run(t); returns
 * the stack pointer. */
char *cpu_first_frame(kthread_t *t, char *stack_high);
/* Whoever touches the CHIP_GUARD bytes at `guard` faults, where the CPU can see that.
 */
void cpu_guard(const char *guard);
void cpu_start(void);

/* ---- the clock's ---- */

/* CLOCK_HZ cycles a second, from the board; a nanosecond has a whole number of 1/16. */
#define CLOCK_SHIFT 4
#define CLOCK_NS (((uint64_t)1000000000 << CLOCK_SHIFT) / CLOCK_HZ)

void clock_start(void);
/* Cycles since the start. Any. */
uint64_t clock_cycles(void);
/* Its interrupt comes no later than `cycles` from now, or as soon as it can. Locked. */
void clock_alarm_in(uint32_t cycles);
/* That interrupt. In an isr. */
void clock_interrupt(void);
/* A word that counts up; see vosTicks. Any. */
uint32_t *clock_ticks(void);

/* ---- chip_thread.c ---- */

/* A fault's name when the stack pointer says that it was an overflow, else `what`. */
const char *chip_name_fault(const char *what, uintptr_t sp);

/* ---- chip_irq.c ---- */

/* Runs the handler of external interrupt `irq`. In an isr. */
void chip_run_handler(uint32_t irq);
/* Runs what has been posted. In an isr. */
void chip_run_posted(void);

#endif
