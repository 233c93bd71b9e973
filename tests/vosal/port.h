/* SPDX-License-Identifier: MIT */
/*
 * port.h -- what the VOSAL suite asks of the place where it runs. Everything else in
 * this folder uses sdk/include only; a board that wants to run the suite has a file
 * with these functions (host.c is ours).
 */
#ifndef VOSAL_PORT_H
#define VOSAL_PORT_H

#include <stdbool.h>
#include <stdint.h>

/* Starts the kernel (vosInit) and takes its own words out of the arguments. */
void port_begin(int *argc, char **argv);

/* Does nothing but the kernel take time? Then every duration can be told exactly. */
bool port_time_is_exact(void);

/*
 * Does a thread keep its turn among its equals until vos_set_quantum's time is over, it
 * waits or it yields? A foreign kernel has turns of its own; some end with any switch.
 */
bool port_keeps_turns(void);

/*
 * How much later than it is due something may happen, us: what the kernel itself takes.
 * UINT32_MAX: nobody knows.
 */
uint32_t port_time_slack(void);

/* Does the word behind vosTicks() go on by itself? */
bool port_ticks_run(void);

/* Computes for about `us`; a turn on the CPU may end meanwhile. Context: thread. */
void port_compute(uint32_t us);

#define PORT_IRQ 5 /* number of an interrupt that nothing else uses */
/* The handler installed for PORT_IRQ runs, at once if interrupts are on. False: nobody
 * has installed one. Context: any. */
bool port_raise(void);

/* Is the end of a stack guarded, so that who overflows it is stopped at once? */
bool port_guards_stacks(void);

/*
 * Starts this program again with `word` as its argument, in a system of its own, and
 * tells whether the port stopped it (a fault, a panic) instead of letting it end: 1 or
 * 0; -1 where that cannot be done. Context: thread.
 */
int port_stops(const char *word);

/* A topic's; a port that has to start before it renames it on the command line. */
int main(int argc, char **argv);

/* Shows text; tap.h's. */
void tap_put(const char *text);

#endif
