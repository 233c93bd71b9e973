/* SPDX-License-Identifier: MIT */
/* sem.c -- counting semaphores; on a lock's handle the same calls take and give the
 * lock. */
#include "kernel.h"

VSemaphore vosSemCreate(uint32_t n)
{
    ksem_t *s = vos_alloc(sizeof *s);
    if (s) {
        s->count = n;
        list_init(&s->waiters);
    }
    return s;
}

void vosSemReset(VSemaphore handle)
{
    ksem_t *s = handle;
    kernel_lock();
    if (!s->is_lock) {
        s->count = 0;
        kernel_wake_all(&s->waiters, VRES_RESET);
    }
    kernel_unlock();
}

void vosSemDestroy(VSemaphore s)
{
    vosSemReset(s);
    vos_free(s);
}

static void signal_locked(ksem_t *s, uint32_t cap)
{
    kthread_t *first = kernel_first(&s->waiters);
    if (s->is_lock) {
        lock_give(s);
    } else if (first) {
        kernel_wake(first, VRES_OK);
    } else if (s->count < cap) {
        s->count++;
    }
}

static int32_t wait_locked(ksem_t *s, uint32_t timeout)
{
    if (s->is_lock) {
        return lock_take(s, timeout);
    }
    if (s->count > 0) {
        s->count--;
        return VRES_OK;
    }
    return kernel_wait(&s->waiters, timeout);
}

void vosSemSignalCap(VSemaphore s, uint32_t cap)
{
    kernel_lock();
    signal_locked(s, cap);
    kernel_unlock();
}

void vosSemSignal(VSemaphore s)
{
    vosSemSignalCap(s, INT32_MAX);
}

void vosSemSignalIsr(VSemaphore s)
{
    vosSemSignalCap(s, INT32_MAX);
}

int32_t vosSemWaitTimeout(VSemaphore s, uint32_t timeout)
{
    kernel_lock();
    int32_t result = wait_locked(s, timeout);
    kernel_unlock();
    return result;
}

int32_t vosSemSignalWait(VSemaphore to_signal, VSemaphore to_wait)
{
    kernel_lock();
    signal_locked(to_signal, INT32_MAX);
    int32_t result = wait_locked(to_wait, VTIME_INFINITE);
    kernel_unlock();
    return result;
}

int32_t vosSemGetValue(VSemaphore handle)
{
    ksem_t *s = handle;
    int32_t waiting = 0;
    kernel_lock();
    for (node_t *n = s->waiters.next; n != &s->waiters; n = n->next) {
        waiting++;
    }
    int32_t count = s->is_lock ? s->owner == NULL : (int32_t)s->count;
    kernel_unlock();
    return waiting ? -waiting : count;
}
