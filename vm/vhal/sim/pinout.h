/* SPDX-License-Identifier: MIT */
/*
 * pinout.h -- an output of a device model: an open drain with its pull-up, and when the
 * model wants to look at it again.
 */
#ifndef SIM_PINOUT_H
#define SIM_PINOUT_H

#include "sim.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct pinout {
    sim_event_t again; /* first */
    void (*fn)(void *arg);
    void *arg;
    sim_event_t change;
    sim_driver_t driver;
    bool connected, high;
} pinout_t;

/* `pin` -1: not connected, all below does nothing. Context: the scene. */
void pinout_init(pinout_t *p, int pin, const char *name);
/* Low or let go, from `ns` on. */
void pinout_drive(pinout_t *p, uint64_t ns, bool high);
/* fn(arg) at `ns`, instead of what was set before. */
void pinout_again(pinout_t *p, uint64_t ns, void (*fn)(void *arg), void *arg);

#endif
