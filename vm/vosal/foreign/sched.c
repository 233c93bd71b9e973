/* SPDX-License-Identifier: MIT */
/*
 * sched.c -- the scheduler's part of kernel.h, by a kernel of the user's.
 *
 * kernel.current is set whenever the lock is taken, since that kernel does not tell
 * when it switches. Nothing runs inside the lock but its owner, so all else is as with
 * our own kernel. Turns among threads of one priority are the other kernel's.
 */
#include "foreign.h"

#define NS_PER_MS 1000000u

kthread_t kernel_main = {
    .limit.over = kernel_wait_over,
    .prio = VOS_PRIO_NORMAL,
    .base_prio = VOS_PRIO_NORMAL,
    .status = VTHREAD_RUNNING,
    .id = 1,
};
kthread_t foreign_nobody;

kernel_t kernel = {
    .current = &kernel_main,
    .deadlines = LIST_INIT(kernel.deadlines),
    .threads = &kernel_main,
    .nthreads = 1,
    .last_id = 1,
    .slice_end = PORT_NEVER,
    .gil_end = PORT_NEVER,
    .quantum = 10 * NS_PER_MS,
};

/* ---- who runs ---- */

static kthread_t *unused_adopted(void)
{
    static kthread_t adopted[VOSAL_ADOPTED];
    static uint32_t n;
    port_irq_off();
    if (n == VOSAL_ADOPTED) {
        __builtin_trap(); /* raise VOSAL_ADOPTED */
    }
    kthread_t *t = &adopted[n++];
    port_irq_on();
    return t;
}

/* Not by kernel_lock, which asks who runs. */
static kthread_t *adopt(void)
{
    kthread_t *t = unused_adopted();
    t->limit.over = kernel_wait_over;
    t->status = VTHREAD_RUNNING;
    foreign_adopt(t);
    port_irq_off();
    t->id = ++kernel.last_id;
    t->next = kernel.threads;
    kernel.threads = t;
    kernel.nthreads++;
    port_irq_on();
    return t;
}

kthread_t *kernel_self(void)
{
    kthread_t *t = foreign_current();
    return t ? t : foreign_in_isr() ? &foreign_nobody : adopt();
}

/* ---- the lock ---- */

void kernel_lock(void)
{
    if (kernel.depth == 0) {
        kthread_t *self = kernel_self();
        port_irq_off();
        kernel.depth = 1;
        kernel.current = self;
        kernel.in_isr = foreign_in_isr();
    } else {
        kernel.depth++;
    }
}

/* Deadlines are in the time of port_now: by a clock that lags, a moment is over for
 * sure when the clock has passed it by that much. */
static void program_alarm(void)
{
    if (kernel.alarm_stale) {
        uint64_t at = deadline_next();
        at = kernel.gil_end < at ? kernel.gil_end : at;
        kernel.alarm_stale = false;
        port_set_alarm(at == PORT_NEVER ? at : at + port_lag());
    }
}

static void run_posted(void)
{
    kernel.in_isr++;
    machine_run_posted();
    kernel.in_isr--;
}

void kernel_unlock(void)
{
    if (kernel.depth > 1) {
        kernel.depth--;
        return;
    }
    run_posted();
    program_alarm();
    kernel.in_isr = 0;
    kernel.depth = 0;
    port_irq_on();
}

/* A kernel that would switch threads leaves its interrupts waiting. */
__attribute__((weak)) void foreign_window(kthread_t *self)
{
    (void)self;
}

void vos_irq_window(void)
{
    kthread_t *self = kernel.current;
    uint32_t depth = kernel.depth;
    kernel.depth = 0;
    foreign_window(self);
    kernel.depth = depth;
    kernel.current = self;
    kernel.in_isr = 0;
}

/* ---- switching ---- */

/* Its frame is below the one that has the registers; below it is nothing of the
 * thread's. */
__attribute__((noinline)) static void sleep_until_ready(kthread_t *self)
{
    self->sp = self->stack_low ? __builtin_frame_address(0) : NULL;
    while (self->status == VTHREAD_WAITING) {
        kernel.depth = 0;
        foreign_block(self);
        kernel.depth = 1;
        kernel.current = self;
        kernel.in_isr = 0;
    }
    self->sp = self->stack_low;
}

__attribute__((noinline)) void kernel_switch(void)
{
    uint32_t depth = kernel.depth;
    run_posted();
    program_alarm();
    __builtin_unwind_init();
    sleep_until_ready(kernel.current);
    kernel.depth = depth;
    __asm__ volatile("" ::: "memory");
}

void kernel_yield(void)
{
    uint32_t depth = kernel.depth;
    kernel.depth = 1;
    kernel_unlock();
    foreign_yield();
    kernel_lock();
    kernel.depth = depth;
}

void kernel_ready(kthread_t *t)
{
    t->status = VTHREAD_RUNNING;
    foreign_unblock(t);
}

void kernel_leave_queue(kthread_t *t)
{
    if (t->queue) {
        list_remove(&t->node);
        t->queue = NULL;
    }
}

void kernel_set_prio(kthread_t *t, uint8_t prio)
{
    node_t *queue = t->queue;
    if (t->prio == prio) {
        return;
    }
    kernel_leave_queue(t);
    t->prio = prio;
    foreign_set_prio(t);
    if (queue) {
        kernel_join(t, queue);
    }
}

/* ---- lives of threads ---- */

void foreign_run(kthread_t *t)
{
    kernel_lock();
    machine_bounds(t);
    while (t->status == VTHREAD_READY) {
        kernel.depth = 0;
        foreign_block(t);
        kernel.depth = 1;
        kernel.current = t;
    }
    t->sp = t->stack_low;
    kernel_thread_run(t);
}

void kernel_exit(void)
{
    kernel.depth = 1;
    kernel_unlock();
    foreign_end();
}

/* ---- the alarm ---- */

static void clock_due(void)
{
    uint64_t now = port_now(), lag = port_lag();
    now = now > lag ? now - lag : 0;
    deadline_run(now);
    if (kernel.gil_end <= now) {
        kernel.gil_end = now + kernel.quantum;
        kernel_ask(VOS_PREEMPT_QUANTUM);
    }
    kernel.alarm_stale = true;
}

void foreign_alarm(void)
{
    kernel_lock();
    kernel.in_isr++;
    clock_due();
    kernel.in_isr--;
    kernel_unlock();
}

void vos_set_quantum(uint32_t time)
{
    kernel_lock();
    kernel.quantum = kernel_time(time);
    kernel_unlock();
}

/* That kernel has a clock whether it is needed or not. */
void port_need_clock(void)
{
}
