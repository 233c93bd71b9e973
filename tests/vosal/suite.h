/* SPDX-License-Identifier: MIT */
/*
 * suite.h -- tests of vosal.h that run wherever VOSAL does.
 *
 * main runs at the lowest priority unless a test says otherwise, so whatever it wakes
 * or starts runs until it waits, and what happens does not depend on how fast the
 * machine is. Times have a lower bound everywhere, an upper one of
 * port_time_slack. A topic includes tap.h too, without stdio (TAP_NO_STDIO).
 */
#ifndef VOSAL_SUITE_H
#define VOSAL_SUITE_H

#include "vosal.h"
#include "port.h"
#include <string.h>

enum { STACK = 512, MAX_RESULTS = 8 };

/* What happened, a letter each. */
extern char trace[256];
void note(char c);
/* A thread that notes the first letter of its argument, a text. */
void note_first(void *text);

/* What waiting threads got. */
extern int32_t results[MAX_RESULTS];
extern int nresults;
void add_result(int32_t result);

/* At the start of each test: no trace, no results, main at VOS_PRIO_LOWEST, turns too
 * long to end. */
void begin(void);

/* A thread for fn(arg) on a stack of STACK bytes; spawn starts it, too. */
VThread created(int32_t prio, void (*fn)(void *arg), void *arg);
VThread spawn(int32_t prio, void (*fn)(void *arg), void *arg);
/* Waits until `th` has ended, and frees it. False: it has not in 10 s. */
bool join(VThread th);
void join_all(VThread *th, int n);
/* Starts n threads that were created, all at once. */
void start_all(VThread *th, int n);

void nap(uint32_t ms);
/* A time word as a thread's argument, and back. */
void *as_arg(uint32_t time);
uint32_t as_time(void *arg);

/* `got` is at least `want`, and more by port_time_slack at most. */
bool took(uint64_t got, uint64_t want);

/* ---- the heap of the kernel's objects, ours so that it can be counted ---- */

size_t heap_used(void);
/* From now on there is no memory, or there is again. */
void heap_exhaust(bool exhausted);

#define SUITE_MAIN                                                                     \
    int main(int argc, char **argv)                                                    \
    {                                                                                  \
        suite_start(&argc, argv);                                                      \
        return tap_main(argc, argv);                                                   \
    }
void suite_start(int *argc, char **argv);

#endif
