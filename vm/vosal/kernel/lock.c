/* SPDX-License-Identifier: MIT */
/*
 * lock.c -- locks that know their owner: mutexes, the GIL and its like.
 *
 * Who owns a lock runs at least at the priority of the best that waits for it, along a
 * chain of owners that wait themselves. A lock that is given is handed to the first
 * waiter: nobody can take it in between.
 */
#include "kernel.h"

#define LOCK_INIT(l)                                                                   \
    {                                                                                  \
        .is_lock = true, .waiters = LIST_INIT((l).waiters)                             \
    }

ksem_t kernel_gil = LOCK_INIT(kernel_gil);
static ksem_t memory_lock = LOCK_INIT(memory_lock);
static ksem_t debug_lock = LOCK_INIT(debug_lock);

VSemaphore vos_gillock(void)
{
    return &kernel_gil;
}

VSemaphore vos_memlock(void)
{
    return &memory_lock;
}

VSemaphore vos_dbglock(void)
{
    return &debug_lock;
}

/* ---- inheritance ---- */

static uint8_t inherited_prio(const kthread_t *t)
{
    uint8_t prio = t->base_prio;
    for (const ksem_t *l = t->held; l; l = l->next_held) {
        const kthread_t *first = kernel_first(&l->waiters);
        if (first && first->prio > prio) {
            prio = first->prio;
        }
    }
    return prio;
}

void lock_update(kthread_t *t)
{
    while (t) {
        uint8_t prio = inherited_prio(t);
        if (prio == t->prio) {
            return;
        }
        kernel_set_prio(t, prio);
        t = t->waits_for ? t->waits_for->owner : NULL;
    }
}

/* ---- turns with the GIL ---- */

/* Who waits for the GIL asks at once, in a while, or not at all. */
static void demand_gil(void)
{
    const kthread_t *first = kernel_first(&kernel_gil.waiters);
    if (!first || first->prio < kernel_gil.owner->base_prio) {
        kernel.gil_end = PORT_NEVER;
    } else if (first->prio > kernel_gil.owner->base_prio) {
        kernel.gil_end = PORT_NEVER;
        kernel_ask(VOS_PREEMPT_QUANTUM);
    } else if (kernel.gil_end == PORT_NEVER) {
        kernel.gil_end = port_now() + kernel.quantum;
        kernel.alarm_stale = true;
    }
}

/* ---- taking and giving ---- */

static void own(ksem_t *l, kthread_t *t)
{
    l->owner = t;
    l->next_held = t->held;
    t->held = l;
}

static void disown(ksem_t *l)
{
    ksem_t **link = &l->owner->held;
    while (*link != l) {
        link = &(*link)->next_held;
    }
    *link = l->next_held;
    l->owner = NULL;
}

static int32_t wait_for(ksem_t *l, uint32_t timeout)
{
    kthread_t *self = kernel.current;
    KERNEL_THREAD_ONLY();
    self->waits_for = l;
    self->deaf = true;
    kernel_enqueue(&l->waiters, kernel_after(timeout));
    lock_update(l->owner);
    if (l == &kernel_gil) {
        demand_gil();
    }
    kernel_switch();
    self->deaf = false;
    return self->result;
}

int32_t lock_take(ksem_t *l, uint32_t timeout)
{
    if (!l->owner) {
        own(l, kernel.current);
        return VRES_OK;
    }
    if (l->owner == kernel.current) {
        l->count++;
        return VRES_OK;
    }
    return TIME_IS_ZERO(timeout) ? VRES_TIMEOUT : wait_for(l, timeout);
}

static void hand_over(ksem_t *l)
{
    kthread_t *from = l->owner, *to = kernel_first(&l->waiters);
    disown(l);
    lock_update(from);
    if (to) {
        to->waits_for = NULL;
        kernel_wake(to, VRES_OK);
        own(l, to);
        lock_update(to);
    }
    if (l == &kernel_gil) {
        kernel.gil_end = PORT_NEVER;
        if (to) {
            demand_gil();
        }
    }
}

bool lock_give(ksem_t *l)
{
    if (l->owner != kernel.current) {
        return false;
    }
    if (l->count > 0) {
        l->count--;
    } else {
        hand_over(l);
    }
    return true;
}

void lock_give_all(kthread_t *t)
{
    while (t->held) {
        t->held->count = 0;
        hand_over(t->held);
    }
}

void lock_abandon(kthread_t *t)
{
    ksem_t *l = t->waits_for;
    t->waits_for = NULL;
    list_remove(&t->node);
    t->queue = NULL;
    lock_update(l->owner);
    if (l == &kernel_gil) {
        demand_gil();
    }
}

/* ---- mutexes ---- */

VMutex vosMtxCreate(void)
{
    ksem_t *m = vos_alloc(sizeof *m);
    if (m) {
        m->is_lock = true;
        list_init(&m->waiters);
    }
    return m;
}

void vosMtxLock(VMutex m)
{
    kernel_lock();
    lock_take(m, VTIME_INFINITE);
    kernel_unlock();
}

int32_t vosMtxTryLock(VMutex m)
{
    kernel_lock();
    int32_t result = lock_take(m, VTIME_IMMEDIATE);
    kernel_unlock();
    return result;
}

VMutex vosMtxUnlock(VMutex m)
{
    kernel_lock();
    bool given = lock_give(m);
    kernel_unlock();
    return given ? m : NULL;
}

void vosMtxDestroy(VMutex m)
{
    vos_free(m);
}
