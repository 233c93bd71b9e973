/* SPDX-License-Identifier: MIT */
/*
 * options.h -- ChibiOS/RT as its user has configured it, and whether that is enough.
 * For RT 5 to 7, on one core. Every option is in docs/guide/boards.md.
 */
#ifndef VOSAL_CHIBIOS_OPTIONS_H
#define VOSAL_CHIBIOS_OPTIONS_H

#include "ch.h"

#if !defined(__CHIBIOS_RT__) && !defined(_CHIBIOS_RT_)
#error "VOSAL needs ChibiOS/RT, not NIL"
#endif
#if CH_KERNEL_MAJOR < 5 || CH_KERNEL_MAJOR > 7
#error "VOSAL needs ChibiOS/RT 5, 6 or 7"
#endif
#if CH_CFG_USE_WAITEXIT != TRUE
#error "VOSAL needs CH_CFG_USE_WAITEXIT TRUE in chconf.h"
#endif
#if CH_CFG_TIME_QUANTUM < 1 && !defined(VOSAL_WITHOUT_TURNS)
#error "VOSAL needs CH_CFG_TIME_QUANTUM 1 or more in chconf.h, or VOSAL_WITHOUT_TURNS"
#endif
#if CH_CFG_SMP_MODE == TRUE
#error "VOSAL needs ChibiOS/RT on one core: CH_CFG_SMP_MODE FALSE in chconf.h"
#endif
#if CH_CFG_ST_RESOLUTION == 16
#error "VOSAL needs a system time of 32 bits: CH_CFG_ST_RESOLUTION 32 in chconf.h"
#endif
#if CH_CFG_NO_IDLE_THREAD == TRUE
#error "VOSAL needs an idle thread: CH_CFG_NO_IDLE_THREAD FALSE in chconf.h"
#endif
#if CH_CFG_INTERVALS_SIZE == 16
#error "VOSAL needs intervals of 32 bits: CH_CFG_INTERVALS_SIZE 32 in chconf.h"
#endif

/* ---- what a user may choose in chconf.h ---- */

/* ChibiOS's priority of VOS_PRIO_IDLE; VOSAL's threads have the seven above it. */
#ifndef VOSAL_PRIORITY_BASE
#define VOSAL_PRIORITY_BASE (NORMALPRIO - VOS_PRIO_NORMAL)
#endif
/* Least bytes of a thread's stack. */
#ifndef VOSAL_LEAST_STACK
#define VOSAL_LEAST_STACK 256
#endif

#ifndef PORT_WORKING_AREA_ALIGN
#define PORT_WORKING_AREA_ALIGN 8
#endif
/* Lowest bytes of a stack that nobody may touch: PORT_ENABLE_GUARD_PAGES. */
#ifndef PORT_GUARD_PAGE_SIZE
#define PORT_GUARD_PAGE_SIZE 0
#endif

/* What the user's chconf.h may make CH_CFG_SYSTEM_HALT_HOOK of, and then declares too. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wredundant-decls"
void vosal_halted(const char *reason);
#pragma GCC diagnostic pop

/*
 * A thread that owns a lock inherits the priority of who waits for it, and ChibiOS lets
 * a thread change its own only. These two fields and the call are what its own mutexes
 * use, and what the CMSIS layer that comes with it does for any thread.
 */
#ifdef CHLISTS_H /* RT 6.1 and later */
#define THREAD_PRIO(tp) ((tp)->hdr.pqueue.prio)
#define THREAD_DEQUEUE(tp) ((void)ch_queue_dequeue(&(tp)->hdr.queue))
#else
#define THREAD_PRIO(tp) ((tp)->prio)
#define THREAD_DEQUEUE(tp) ((void)queue_dequeue(tp))
#endif

#endif
