/* SPDX-License-Identifier: MIT */
/*
 * bus.c -- locks of buses, and their time.
 */
#include "bus.h"

bool bus_lock(bus_t *b)
{
    if (!b->mutex) {
        VMutex mutex = vosMtxCreate();
        sim_lock();
        if (!b->mutex) {
            b->mutex = mutex;
            mutex = NULL;
        }
        sim_unlock();
        if (mutex) {
            vosMtxDestroy(mutex); /* another thread was first */
        }
    }
    if (b->mutex) {
        vosMtxLock(b->mutex);
    }
    return b->mutex;
}

bool bus_unlock(bus_t *b)
{
    return b->mutex && vosMtxUnlock(b->mutex);
}

void bus_begin(bus_t *b)
{
    sim_catch_up();
    b->at = b->at > sim_now() ? b->at : sim_now();
}

void bus_wait(const bus_t *b)
{
    sim_sleep_until(b->at);
}
