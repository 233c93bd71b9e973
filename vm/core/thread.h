/* SPDX-License-Identifier: MIT */
/*
 * thread.h -- Python threads: VOSAL threads with a Python stack that take turns with
 * the GIL.
 *
 * Whoever holds the GIL is vm.current, unless it is a C thread that never was attached
 * (then NULL). The holder gives it up when the kernel says that its quantum is over
 * (vm_preempt), in blocking calls and in natives that release it.
 */
#ifndef CORE_THREAD_H
#define CORE_THREAD_H

#include "state.h"
#include "type.h"

extern const type_ops_t thread_ops;

/* PThread.status, as get_status() gives it (spec VMT_…). */
enum {
    THREAD_INACTIVE,
    THREAD_SUSPENDED,
    THREAD_RUNNING,
    THREAD_RETURNING,
    THREAD_FINISHED,
};

/* PThread.flags. */
enum {
    THREAD_TERMINATED = 1,
    THREAD_IRQ = 2,       /* the interrupt thread: the program does not wait for it */
    THREAD_MAIN = 4,      /* KeyboardInterrupt goes here */
    THREAD_ATTACHED = 8,  /* a C thread: vm_attach */
    THREAD_SET_PRIO = 16, /* `prio` is new: to be set by the thread itself */
    THREAD_DAEMON = 32,   /* vm_daemon: the program does not wait for it */
};

/* Bits of vm_preempt above the kernel's (vosal.h). */
enum {
    PREEMPT_DEALLOC = 1u << 16,  /* native_run_deallocs has work */
    PREEMPT_IRQ = 1u << 17,      /* the interrupt thread is wanted and does not exist */
    PREEMPT_KEYBOARD = 1u << 18, /* Ctrl-C came while the main thread waited */
    PREEMPT_METER = 1u << 19,    /* always set in virtual time: safe points take some */
};

/* Makes the calling VOSAL thread the main Python thread, holding the GIL. Once. */
err_t thread_start_main(void);

/*
 * A thread that will run fn(*args); not started. `prio` VOS_PRIO_IDLE …
 * VOS_PRIO_HIGHEST, `size` bytes of C stack (0: default). NULL: no memory. Context:
 * thread with the GIL.
 */
PThread *thread_new(PObject *fn, PTuple *args, int prio, uint32_t size);
/* RuntimeError when it was started before; ERR_MEMORY_EXC. */
err_t thread_start(PThread *t);
/* Gives it its stacks and `body` to execute, without the GIL, once vosThResume(t->th)
 * is called. ERR_MEMORY_EXC. */
err_t thread_start_with(PThread *t, void (*body)(void *thread));

/*
 * What a set vm_preempt asks for: another thread's turn, KeyboardInterrupt (main
 * thread), finalisers. Called by the loop at backward jumps and calls, with t->sp and
 * frame->ip saved.
 */
err_t thread_safepoint(void);

/* Returns when every Python thread but the caller has ended; false: Ctrl-C ended the
 * wait. */
bool thread_wait_all(void);
/* Has thread_wait_all look again. Context: any thread. */
void thread_note_end(void);

/* The calling thread's PThread, or NULL: a C thread that is not attached, whose data
 * may be anything. Context: thread. */
PThread *thread_current(void);

/* The GIL. Both keep vm.current right. Context: thread. */
void thread_gil_release(void);
void thread_gil_acquire(void);
/* The same for a thread that knows its PThread, is not the main one, and whose priority
 * is its own. */
void thread_gil_acquire_as(PThread *t);
/* The calling thread has just taken the GIL by other means: vosSemWait(_gillock). */
void thread_gil_taken(void);

/* Sleeps a TIME_U without the GIL; KeyboardInterrupt when Ctrl-C came meanwhile. */
err_t thread_sleep(uint32_t time);
/* Has a sleeping thread pass a safe point now. Context: any. */
void thread_ring(void);

/*
 * The threads' list: every PThread from thread_new to the end of its run is in it, so
 * that the collector sees its stack.
 */
void thread_link(PThread *t);
void thread_unlink(PThread *t);

#endif
