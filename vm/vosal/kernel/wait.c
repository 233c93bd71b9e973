/* SPDX-License-Identifier: MIT */
/* wait.c -- waiting and waking, whoever schedules; the preempt flag. */
#include "kernel.h"

/* ---- waiting ---- */

void kernel_join(kthread_t *t, node_t *waiters)
{
    node_t *before = waiters->prev;
    while (before != waiters && ((kthread_t *)before)->prio < t->prio) {
        before = before->prev;
    }
    t->queue = waiters;
    list_insert_after(before, &t->node);
}

kthread_t *kernel_first(const node_t *waiters)
{
    return list_empty(waiters) ? NULL : (kthread_t *)waiters->next;
}

void kernel_enqueue(node_t *waiters, uint64_t until)
{
    kthread_t *self = kernel.current;
    self->status = VTHREAD_WAITING;
    if (until != PORT_NEVER) {
        deadline_set(&self->limit, until);
    }
    if (waiters) {
        kernel_join(self, waiters);
    }
}

static bool is_interrupted(const kthread_t *t)
{
    return t == &kernel_main && kernel.preempt &&
           (atomic_load(kernel.preempt) & VOS_PREEMPT_INTERRUPT);
}

int32_t kernel_wait_until(node_t *waiters, uint64_t until)
{
    KERNEL_THREAD_ONLY();
    if (is_interrupted(kernel.current)) {
        return VRES_RESET;
    }
    kernel_enqueue(waiters, until);
    kernel_switch();
    return kernel.current->result;
}

int32_t kernel_wait(node_t *waiters, uint32_t timeout)
{
    return TIME_IS_ZERO(timeout) ? VRES_TIMEOUT
                                 : kernel_wait_until(waiters, kernel_after(timeout));
}

void kernel_wake(kthread_t *t, int32_t result)
{
    if (t->queue) {
        list_remove(&t->node);
        t->queue = NULL;
    }
    deadline_clear(&t->limit);
    t->suspended = false;
    t->result = result;
    kernel_ready(t);
}

void kernel_wake_all(node_t *waiters, int32_t result)
{
    while (!list_empty(waiters)) {
        kernel_wake((kthread_t *)waiters->next, result);
    }
}

void kernel_wait_over(deadline_t *d)
{
    kthread_t *t = (kthread_t *)((char *)d - offsetof(kthread_t, limit));
    if (t->waits_for) {
        lock_abandon(t);
    }
    kernel_wake(t, VRES_TIMEOUT);
}

/* ---- the preempt flag ---- */

void kernel_ask(uint32_t bits)
{
    if (kernel.preempt) {
        atomic_fetch_or(kernel.preempt, bits);
    }
}

void kernel_interrupt(void)
{
    kernel_ask(VOS_PREEMPT_INTERRUPT);
    if (kernel_main.status == VTHREAD_WAITING && !kernel_main.deaf) {
        kernel_wake(&kernel_main, VRES_RESET);
    }
}
