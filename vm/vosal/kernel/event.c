/* SPDX-License-Identifier: MIT */
/* event.c -- flags that many threads can wait for. */
#include "kernel.h"

typedef struct event {
    bool set;
    node_t waiters;
} event_t;

VEvent vosEventCreate(void)
{
    event_t *e = vos_alloc(sizeof *e);
    if (e) {
        list_init(&e->waiters);
    }
    return e;
}

void vosEventSet(VEvent handle)
{
    event_t *e = handle;
    kernel_lock();
    e->set = true;
    kernel_wake_all(&e->waiters, VRES_OK);
    kernel_unlock();
}

void vosEventClear(VEvent handle)
{
    kernel_lock();
    ((event_t *)handle)->set = false;
    kernel_unlock();
}

int32_t vosEventWait(VEvent handle, uint32_t timeout)
{
    event_t *e = handle;
    kernel_lock();
    int32_t result = e->set ? VRES_OK : kernel_wait(&e->waiters, timeout);
    kernel_unlock();
    return result;
}

int32_t vosEventGetFlag(VEvent handle)
{
    return ((volatile event_t *)handle)->set;
}

void vosEventDestroy(VEvent handle)
{
    event_t *e = handle;
    kernel_lock();
    kernel_wake_all(&e->waiters, VRES_RESET);
    kernel_unlock();
    vos_free(e);
}
