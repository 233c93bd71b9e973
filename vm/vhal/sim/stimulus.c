/* SPDX-License-Identifier: MIT */
/*
 * stimulus.c -- wires, and what the world does to pins over time.
 */
#include "parts.h"
#include <stdlib.h>
#include <string.h>

/* ---- wires ---- */

static void wire(sim_args_t *args)
{
    const char *name;
    int first = -1;
    while ((name = sim_arg_next(args))) {
        int pin = sim_pin_named(name);
        if (pin < 0) {
            sim_fail("the board has no pin '%s'", name);
            return;
        }
        if (first < 0) {
            first = pin;
        } else {
            net_join(first, pin);
        }
    }
}

/* ---- who drives the pin: one for all its stimuli ---- */

static sim_driver_t *drivers[SIM_MAX_PINS];

static sim_driver_t *driver_of(int pin)
{
    if (!drivers[pin]) {
        drivers[pin] = sim_alloc(sizeof **drivers);
        sim_driver_add(drivers[pin], pin, "stimulus");
    }
    return drivers[pin];
}

static sim_drive_t drive_of(bool high)
{
    return high ? SIM_HIGH : SIM_LOW;
}

/* ---- a level from a time on ---- */

typedef struct step {
    sim_event_t event; /* first */
    sim_driver_t *driver;
    bool high;
} step_t;

static void run_step(sim_event_t *e)
{
    step_t *s = (step_t *)e;
    sim_driver_set(s->driver, drive_of(s->high));
}

static void add_step(int pin, uint64_t at, bool high)
{
    step_t *s = sim_alloc(sizeof *s);
    s->event.run = run_step;
    s->driver = driver_of(pin);
    s->high = high;
    sim_event_set(&s->event, at);
}

/* ---- edges at given times ---- */

/* Until the first one the pin has the other level. */
static void add_edges(int pin, const char *times, bool high)
{
    char *end;
    sim_driver_set(driver_of(pin), drive_of(!high));
    for (;; high = !high, times = end + 1) {
        uint64_t at = strtoull(times, &end, 10);
        if (end == times) {
            sim_fail("edges: no time at '%s'", times);
            return;
        }
        add_step(pin, at, high);
        if (*end != ',') {
            return;
        }
    }
}

/* ---- a square wave ---- */

typedef struct square {
    sim_event_t event; /* first */
    sim_driver_t *driver;
    uint64_t start, period, high; /* ns */
    uint64_t count, done;         /* count 0: for ever */
    bool is_high;
} square_t;

static void run_square(sim_event_t *e)
{
    square_t *s = (square_t *)e;
    s->is_high = !s->is_high;
    sim_driver_set(s->driver, drive_of(s->is_high));
    if (s->is_high) {
        sim_event_set(e, e->at + s->high);
    } else if (++s->done != s->count) {
        sim_event_set(e, s->start + s->done * s->period);
    }
}

static void add_square(int pin, sim_args_t *args)
{
    square_t *s = sim_alloc(sizeof *s);
    s->start = sim_arg_whole(args, "start", 0);
    s->period = sim_arg_whole(args, "period", 0);
    s->count = sim_arg_whole(args, "count", 0);
    double duty = sim_arg_number(args, "duty", 0.5);
    s->high = (uint64_t)((double)s->period * duty + 0.5);
    s->event.run = run_square;
    s->driver = driver_of(pin);
    if (s->period < 2 || s->high < 1 || s->high >= s->period) {
        sim_driver_set(s->driver, drive_of(s->period && s->high >= s->period));
        return;
    }
    sim_driver_set(s->driver, SIM_LOW);
    sim_event_set(&s->event, s->start);
}

static void stimulus(sim_args_t *args)
{
    int pin = sim_arg_pin(args, "pin");
    const char *edges = sim_arg(args, "edges");
    uint64_t at = sim_arg_whole(args, "at", SIM_NEVER);
    uint64_t value = sim_arg_whole(args, "value", 1);
    if (pin < 0) {
        sim_fail("no pin is given");
    } else if (edges) {
        add_edges(pin, edges, value);
    } else if (at != SIM_NEVER) {
        add_step(pin, at, value);
    } else {
        add_square(pin, args);
    }
}

const sim_statement_t stimulus_statements[] = {
    {"wire", wire},
    {"stimulus", stimulus},
    {0},
};
