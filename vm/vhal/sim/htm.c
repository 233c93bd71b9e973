/* SPDX-License-Identifier: MIT */
/* htm.c -- hardware timers. */
#include "parts.h"

enum {
    MAX_TIMERS = 16,
    POLL_NS = 300 * 1000, /* the last part of a precise sleep: waking takes as long */
};

typedef struct timer {
    sim_event_t event; /* first */
    bool taken;        /* given out, or set */
    uint32_t pending;  /* expiries that the program has not been told of */
    uint64_t period;   /* 0: once */
    htmFn fn;
    void *args;
    VSemaphore over; /* of one that somebody waits for */
} htimer_t;

static htimer_t timers[MAX_TIMERS];

static htimer_t *find(uint32_t tm)
{
    return tm < vhal_tables()->htm.count && tm < MAX_TIMERS ? &timers[tm] : NULL;
}

int vhalInitHTM(void *data)
{
    (void)data;
    return VHAL_OK;
}

int vhalHtmGetFreeTimer(void)
{
    int result = VHAL_GENERIC_ERROR;
    sim_lock();
    for (uint32_t i = 0; find(i) && result < 0; i++) {
        if (!timers[i].taken) {
            timers[i].taken = true;
            result = (int)i;
        }
    }
    sim_unlock();
    return result;
}

/* ---- expiry ---- */

static void call(void *arg)
{
    htimer_t *t = arg;
    for (; t->pending; t->pending--) {
        if (t->fn) {
            t->fn((uint32_t)(t - timers), t->args);
        }
        if (t->over && !t->period) {
            vosSemSignalIsr(t->over);
        }
    }
}

static void on_expiry(sim_event_t *e)
{
    htimer_t *t = (htimer_t *)e;
    if (t->period) {
        sim_event_set(e, e->at + t->period);
    }
    if (t->pending++ == 0 && !vos_irq_post(call, t)) {
        t->pending = 0;
    }
}

/* Locked. */
static void stop(htimer_t *t)
{
    sim_event_clear(&t->event);
    t->taken = false;
    t->fn = NULL;
    t->period = 0;
}

static void set(htimer_t *t, uint64_t first, uint64_t period, htmFn fn, void *args)
{
    sim_lock();
    time_need();
    stop(t);
    if (first) {
        t->taken = true;
        t->fn = fn;
        t->args = args;
        t->period = period;
        t->event.run = on_expiry;
        sim_event_set(&t->event, sim_now() + first);
    }
    sim_unlock();
}

static int check(uint32_t tm, uint32_t time)
{
    return find(tm) && time != VTIME_INFINITE ? VHAL_OK : VHAL_UNSUPPORTED_ERROR;
}

int vhalHtmOneShot(uint32_t tm, uint32_t delay, htmFn fn, void *args, uint32_t blocking)
{
    htimer_t *t = find(tm);
    if (check(tm, delay) != VHAL_OK) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    if (blocking && !t->over && !(t->over = vosSemCreate(0))) {
        return VHAL_HARDWARE_INITIALIZATION_ERROR;
    }
    if (t->over) {
        vosSemReset(t->over);
    }
    set(t, TIME_IS_ZERO(delay) ? 0 : sim_time(delay), 0, fn, args);
    if (blocking && !TIME_IS_ZERO(delay) && sim_wait(t->over, SIM_NEVER) != VRES_OK) {
        set(t, 0, 0, NULL, NULL);
    }
    return VHAL_OK;
}

int vhalHtmRecurrent(uint32_t tm, uint32_t period, htmFn fn, void *args)
{
    if (check(tm, period) != VHAL_OK) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    uint64_t ns = TIME_IS_ZERO(period) ? 0 : sim_time(period);
    set(find(tm), ns, ns, fn, args);
    return VHAL_OK;
}

int vhalSleepMicros(uint32_t tm, uint32_t micros)
{
    if (!find(tm)) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    uint64_t until = sim_now() + (uint64_t)micros * SIM_NS_PER_US;
    if (micros * (uint64_t)SIM_NS_PER_US > POLL_NS &&
        !sim_sleep_until(until - POLL_NS)) {
        return VHAL_OK; /* Ctrl-C */
    }
    uint64_t now = sim_now();
    if (now < until) {
        sleep_polling(TIME_U((uint32_t)((until - now) / SIM_NS_PER_US), MICROS));
    }
    return VHAL_OK;
}
