/* SPDX-License-Identifier: MIT */
/* htm.c -- hardware timers, over a family's htimer.h. */
#include "htimer.h"

/* A precise sleep polls its last part: waking takes as long. */
enum { POLL_MICROS = 100 };

typedef struct timer {
    bool taken; /* given out, or set */
    bool again;
    htmFn fn;
    void *args;
    VSemaphore over; /* of one that somebody waits for */
} htm_t;

static htm_t timers[HTM_TIMERS];

static htm_t *find(uint32_t tm)
{
    return tm < PERIPHERAL_NUM(htm) && tm < HTM_TIMERS ? &timers[tm] : NULL;
}

int vhalInitHTM(void *data)
{
    (void)data;
    return VHAL_OK;
}

int vhalHtmGetFreeTimer(void)
{
    int result = VHAL_GENERIC_ERROR;
    vosSysLock();
    for (uint32_t i = 0; find(i) && result < 0; i++) {
        if (!timers[i].taken) {
            timers[i].taken = true;
            result = (int)i;
        }
    }
    vosSysUnlock();
    return result;
}

void htm_expired(uint32_t tm)
{
    htm_t *t = &timers[tm];
    if (!t->again) {
        t->taken = false;
    }
    if (t->fn) {
        t->fn(tm, t->args);
    }
    if (t->over && !t->again) {
        vosSemSignalIsr(t->over);
    }
}

static int set(uint32_t tm, uint32_t time, bool again, htmFn fn, void *args)
{
    htm_t *t = &timers[tm];
    if (!htimer_open(tm)) {
        return VHAL_HARDWARE_INITIALIZATION_ERROR;
    }
    vosSysLockIsr();
    htimer_clear(tm);
    t->taken = !TIME_IS_ZERO(time);
    t->fn = fn;
    t->args = args;
    t->again = again;
    if (t->taken) {
        htimer_set(tm, GET_TIME_MICROS(time), again);
    }
    vosSysUnlockIsr();
    return VHAL_OK;
}

/* Micros of 32 bits. */
static bool is_possible(uint32_t tm, uint32_t time)
{
    uint64_t value = GET_TIME_VALUE(time);
    uint64_t micros = GET_TIME_UNIT(time) == SECONDS  ? value * 1000000
                      : GET_TIME_UNIT(time) == MILLIS ? value * 1000
                                                      : value;
    return find(tm) && micros <= UINT32_MAX / 2;
}

int vhalHtmOneShot(uint32_t tm, uint32_t delay, htmFn fn, void *args, uint32_t blocking)
{
    if (!is_possible(tm, delay)) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    htm_t *t = &timers[tm];
    if (blocking && !t->over && !(t->over = vosSemCreate(0))) {
        return VHAL_HARDWARE_INITIALIZATION_ERROR;
    }
    if (blocking) {
        vosSemReset(t->over);
    }
    int result = set(tm, delay, false, fn, args);
    if (result == VHAL_OK && blocking && !TIME_IS_ZERO(delay) &&
        vosSemWait(t->over) != VRES_OK) {
        set(tm, 0, false, NULL, NULL); /* Ctrl-C */
    }
    return result;
}

int vhalHtmRecurrent(uint32_t tm, uint32_t period, htmFn fn, void *args)
{
    return is_possible(tm, period) ? set(tm, period, true, fn, args)
                                   : VHAL_UNSUPPORTED_ERROR;
}

int vhalSleepMicros(uint32_t tm, uint32_t micros)
{
    uint32_t start = *vosTicks(), ticks = time_to_ticks(TIME_U(micros, MICROS));
    if (!find(tm)) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    if (micros >= 1u << 30) {
        vosThSleep(TIME_U(micros / 1000, MILLIS));
        return VHAL_OK;
    }
    if (micros > POLL_MICROS) {
        vosThSleep(TIME_U(micros - POLL_MICROS, MICROS));
    }
    while (*vosTicks() - start < ticks) {
    }
    return VHAL_OK;
}
