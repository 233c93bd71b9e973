/* SPDX-License-Identifier: MIT */
/* posix_block.c -- threads that leave the machine for a while, for the host's own
 * calls. */
#define _GNU_SOURCE
#include "posix.h"
#include <time.h>

void vos_irq_sources(int count)
{
    atomic_fetch_add(&cpu.sources, count);
}

/* Has the CPU when all others wait and nobody is there who could wait for interrupts.
 */
static void run_idle(void *arg)
{
    (void)arg;
    for (;;) {
        kernel_lock();
        port_idle(deadline_next());
        kernel_unlock();
    }
}

/* False: there is no memory for it. */
static bool have_idle_thread(void)
{
    static VThread idle;
    if (!idle &&
        (idle = vosThCreate(0, VOS_PRIO_LOWEST, (void *)run_idle, NULL, NULL))) {
        kthread_t *t = idle;
        kernel_lock();
        t->prio = t->base_prio = VOS_PRIO_IDLE;
        kernel.nthreads--;
        kernel_ready(t);
        kernel_unlock();
    }
    return idle != NULL;
}

/* Copies [the frame with the registers, the caller's frame): it will be overwritten. */
__attribute__((noinline, no_sanitize("address"))) static void
keep_registers(kthread_t *self, char *caller)
{
    cpu_thread_t *me = self->port;
    uintptr_t *from = __builtin_frame_address(0);
    size_t n = (size_t)((uintptr_t *)caller - from);
    n = n < sizeof me->saved / sizeof *me->saved ? n
                                                 : sizeof me->saved / sizeof *me->saved;
    for (size_t i = 0; i < n; i++) {
        me->saved[i] = from[i];
        __asm__ volatile("" ::: "memory");
    }
    self->saved = me->saved;
    self->saved_size = n * sizeof *me->saved;
    self->sp = caller;
}

static void leave(kthread_t *self)
{
    self->status = VTHREAD_WAITING;
    self->deaf = true;
    vos_irq_sources(1);
    kthread_t *next = kernel_choose();
    kernel_becomes_current(next);
    cpu_give(next);
}

/* Who is out of the machine, in the thread that is. */
static _Thread_local cpu_thread_t *away;

/* A machine with one thread has nobody to give the CPU to; in virtual time the world
 * stands still. */
__attribute__((noinline)) void vos_host_block_begin(void)
{
    kthread_t *self = kernel.current;
    if (cpu.virtual || kernel.nthreads < 2 || !have_idle_thread()) {
        return;
    }
    __builtin_unwind_init();
    kernel_lock();
    away = self->port;
    keep_registers(self, __builtin_dwarf_cfa());
    leave(self);
}

static void come_back(void *arg)
{
    kthread_t *t = arg;
    t->deaf = false;
    kernel_wake(t, VRES_OK);
}

void vos_host_block_end(void)
{
    cpu_thread_t *me = away;
    struct timespec soon = {0, 100000};
    if (!me) {
        return;
    }
    away = NULL;
    while (!vos_irq_post(come_back, me->thread)) {
        nanosleep(&soon, NULL);
    }
    cpu_await(me);
    me->thread->saved = NULL;
    me->thread->saved_size = 0;
    vos_irq_sources(-1);
    kernel.depth = 1;
    kernel_unlock();
}
