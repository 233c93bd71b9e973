/* SPDX-License-Identifier: MIT */
/*
 * bus.h -- what the I2C and SPI controllers share: one thread at a time, and time that
 * passes as bits do.
 */
#ifndef SIM_BUS_H
#define SIM_BUS_H

#include "sim.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct bus {
    VMutex mutex;
    uint64_t at;     /* ns: what happens on the lines has been worked out to here */
    uint64_t period; /* of a bit, in ns; 0: not initialized */
} bus_t;

/* The bus for the calling thread; counts. False: no memory. Context: thread. */
bool bus_lock(bus_t *b);
/* False: the caller does not have it. Context: thread. */
bool bus_unlock(bus_t *b);
/* Begins to work out: not before now, nor before the last transfer is over. Locked. */
void bus_begin(bus_t *b);
/* Waits until the time that has been worked out has passed. Context: thread. */
void bus_wait(const bus_t *b);

#endif
