/* SPDX-License-Identifier: MIT */
/*
 * standin.h -- what the stand-ins for foreign kernels have in common, and what a test
 * may ask of them beside the API of the kernel that they stand in for.
 *
 * A stand-in is that API over our own kernel, whose names have been changed
 * (standin.mk), so that the VOSAL under test can have them. It is strict: a call from a
 * place where the other kernel does not allow it ends the program, and what wakes a
 * task does not run it before somebody yields or a tick comes.
 */
#ifndef STANDIN_H
#define STANDIN_H

#include <stdbool.h>
#include <stdint.h>

/* Time is virtual from now on: nothing but standin_advance and waiting takes any. */
void standin_set_virtual(void);
void standin_advance(uint32_t us);
/* Ticks a second; 1000 at the start. */
extern uint32_t standin_tick_rate;
/* fn() runs in an interrupt, at once if interrupts are on. */
void standin_interrupt(void (*fn)(void));
/* Does an interrupt's handler run? */
bool standin_in_isr(void);
/* Nanoseconds since the start; who reads them in virtual time takes some, too. */
uint64_t standin_read_clock(void);
bool standin_is_virtual(void);
/* A counter that advances with every read, and how often a second. */
uint32_t *standin_cycles(void);
uint32_t standin_cycle_rate(void);
/* Ends the program: `what` is not allowed there. */
void standin_fail(const char *what) __attribute__((noreturn));

#endif
