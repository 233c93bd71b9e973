/* SPDX-License-Identifier: MIT */
/* bus.h -- a bus that threads share. */
#ifndef VHAL_BUS_H
#define VHAL_BUS_H

#include "vosal.h"

typedef struct bus {
    VMutex mutex;
} bus_t;

/* The bus for the calling thread; counts. False: no memory. Context: thread. */
bool bus_lock(bus_t *b);
/* False: the caller does not have it. Context: thread. */
bool bus_unlock(bus_t *b);

#endif
