/* SPDX-License-Identifier: MIT */
/* bus.c -- locks of buses. */
#include "bus.h"

/* Of two threads that come first at once, one's mutex is not used. */
static bool make(bus_t *b)
{
    VMutex mutex = vosMtxCreate(), spare = mutex;
    vosSysLock();
    if (!b->mutex) {
        b->mutex = mutex;
        spare = NULL;
    }
    vosSysUnlock();
    if (spare) {
        vosMtxDestroy(spare);
    }
    return b->mutex;
}

bool bus_lock(bus_t *b)
{
    if (!b->mutex && !make(b)) {
        return false;
    }
    vosMtxLock(b->mutex);
    return true;
}

bool bus_unlock(bus_t *b)
{
    return b->mutex && vosMtxUnlock(b->mutex);
}
