/* SPDX-License-Identifier: MIT */
/*
 * pinout.c -- drives a pin for a device model.
 */
#include "pinout.h"

#include <stddef.h>

static void run_again(sim_event_t *e)
{
    pinout_t *p = (pinout_t *)e;
    p->fn(p->arg);
}

static void run_change(sim_event_t *e)
{
    pinout_t *p = (pinout_t *)((char *)e - offsetof(pinout_t, change));
    sim_driver_set(&p->driver, p->high ? SIM_PULL_UP : SIM_LOW);
}

void pinout_init(pinout_t *p, int pin, const char *name)
{
    p->again.run = run_again;
    p->change.run = run_change;
    p->connected = pin >= 0;
    if (p->connected) {
        p->high = true;
        sim_driver_add(&p->driver, pin, name);
        sim_driver_set(&p->driver, SIM_PULL_UP);
    }
}

void pinout_drive(pinout_t *p, uint64_t ns, bool high)
{
    if (p->connected && high != p->high) {
        p->high = high;
        sim_event_set(&p->change, ns);
    }
}

void pinout_again(pinout_t *p, uint64_t ns, void (*fn)(void *arg), void *arg)
{
    if (p->connected) {
        p->fn = fn;
        p->arg = arg;
        sim_event_set(&p->again, ns);
    }
}
