/* SPDX-License-Identifier: MIT */
/*
 * posix.h -- a machine with one CPU, made of POSIX threads; for the files posix_*.c
 * only.
 *
 * Each VOSAL thread is a pthread that sleeps on its `run` word unless it has the CPU.
 * An interrupt is a bit in `cpu.pending` and a signal to whoever has the CPU; it is
 * served in the handler, or when interrupts are turned on again. The handler parks its
 * thread only if the program counter was in the text of VM or natives, so a parked
 * thread never holds a lock of libc.
 */
#ifndef KERNEL_POSIX_H
#define KERNEL_POSIX_H

#include "kernel.h"
#include <pthread.h>

/* One pthread under a VOSAL thread. Memory of this type is never given back. */
typedef struct cpu_thread {
    pthread_t id;
    _Atomic int tid; /* 0: not known yet, it has not run */
    _Atomic uint32_t run;
    kthread_t *thread;
    bool quit; /* it ends instead of running */
    char *stack;
    size_t stack_size;
    uintptr_t
        saved[64]; /* registers while it is out of the CPU, vos_host_block_begin */
} cpu_thread_t;

/* A signal's handler: emulators of a 32-bit machine do not align its stack as the
 * compiler expects. */
#ifdef __i386__
#define SIGNAL_HANDLER __attribute__((force_align_arg_pointer))
#else
#define SIGNAL_HANDLER
#endif

typedef struct cpu {
    _Atomic(cpu_thread_t *) owner; /* has the CPU */
    _Atomic uint32_t pending;      /* interrupts to serve; a futex while idle */
    _Atomic bool idle;
    _Atomic bool irq_off;
    _Atomic bool ctrl_c;
    _Atomic int sources; /* vos_irq_sources */
    bool started, virtual;
} cpu_t;

extern cpu_t cpu;
/*
 * Does the caller have the CPU? Told by its stack, not by a thread's own storage, which
 * emulators of a 32-bit machine mix up in handlers of signals. Context: anywhere,
 * signal handlers included.
 */
bool cpu_is_mine(void);

/* Sleeps while *word == value, until `until` (PORT_NEVER: no limit), in kernel time. */
void posix_sleep_on(_Atomic uint32_t *word, uint32_t value, uint64_t until);
void posix_wake(_Atomic uint32_t *word);
/* A pthread beside the machine, with all signals blocked. */
void posix_start_helper(void *(*fn)(void *));

/* There is something to serve. Context: anywhere, signal handlers included. */
void cpu_raise(void);
/* Goes on with `to`; the caller keeps running, without the CPU. */
void cpu_give(kthread_t *to);
/* Waits until it has the CPU again. */
void cpu_await(cpu_thread_t *me);
/* Serves what has been posted. In an isr. */
void irq_run_posted(void);

/* The clock behind port_now as it passes on the host, even in virtual time. */
uint64_t clock_real(void);
/* In real time: whoever keeps the pointer of vosTicks sees this time, too. */
void ticks_passed(uint64_t now);
/* Lets virtual time jump to `until` or, if that is PORT_NEVER, ends the program. False:
 * interrupts may still come, wait for them. */
bool clock_jump(uint64_t until);

/* What reading the clock costs in virtual time. */
#define CLOCK_READ_NS 50
/* In virtual time: that much of it passes. Who calls has the CPU. */
void clock_spend(uint64_t ns);

/* Memory below 2^30 where that is possible; NULL: none. `low_guard` bytes stay
 * unreadable. */
void *mem_map(size_t size, size_t low_guard);

#endif
