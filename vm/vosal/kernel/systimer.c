/* SPDX-License-Identifier: MIT */
/* systimer.c -- time words, the clock as vosal.h shows it, and system timers. */
#include "kernel.h"

#define NS_PER_US 1000u
#define NS_PER_MS 1000000u
#define NS_PER_S 1000000000u
/* A recurrent timer that lags by more (the machine stood still) starts a new grid. */
#define MAX_LAG NS_PER_S

/* ---- time words ---- */

uint64_t kernel_time(uint32_t time)
{
    static const uint32_t unit[] = {NS_PER_US, NS_PER_US, NS_PER_MS, NS_PER_S};
    return (uint64_t)GET_TIME_VALUE(time) * unit[GET_TIME_UNIT(time)];
}

uint64_t kernel_after(uint32_t time)
{
    return time == VTIME_INFINITE ? PORT_NEVER : port_now() + kernel_time(time);
}

uint32_t time_to_ticks(uint32_t time)
{
    uint64_t us = kernel_time(time) / NS_PER_US;
    if (us > UINT32_MAX) {
        return UINT32_MAX;
    }
    uint64_t ticks = (us * _system_frequency + 999999) / 1000000;
    return ticks > UINT32_MAX ? UINT32_MAX : (uint32_t)ticks;
}

uint64_t vosMillis(void)
{
    return port_read_clock() / NS_PER_MS;
}

void sleep_polling(uint32_t time)
{
    uint64_t until = kernel_after(time) + (TIME_IS_ZERO(time) ? 0 : port_lag());
    while (port_now() < until) {
        port_relax(until);
    }
}

/* ---- timers ---- */

typedef struct systimer {
    deadline_t deadline; /* first */
    uint64_t since;      /* the stopwatch's zero */
    uint64_t period;     /* 0: once */
    vsystimer_fn fn;
    void *arg;
} systimer_t;

static void set_next(systimer_t *t)
{
    uint64_t now = port_now(), next = t->deadline.at + t->period;
    deadline_set(&t->deadline, next + MAX_LAG < now ? now + t->period : next);
}

static void timer_over(deadline_t *d)
{
    systimer_t *t = (systimer_t *)d;
    if (t->period) {
        set_next(t);
    }
    t->fn(t->arg);
}

VSysTimer vosTimerCreate(void)
{
    systimer_t *t = vos_alloc(sizeof *t);
    if (t) {
        t->deadline.over = timer_over;
        t->since = port_now();
        port_need_clock();
    }
    return t;
}

uint64_t vosTimerReadMillis(VSysTimer t)
{
    return (port_read_clock() - ((systimer_t *)t)->since) / NS_PER_MS;
}

uint32_t vosTimerReadMicros(VSysTimer t)
{
    return (uint32_t)((port_read_clock() - ((systimer_t *)t)->since) / NS_PER_US);
}

static void start(systimer_t *t, uint64_t first, uint64_t period, vsystimer_fn fn,
                  void *arg)
{
    kernel_lock();
    t->period = period;
    t->fn = fn;
    t->arg = arg;
    deadline_set(&t->deadline, port_now() + first);
    kernel_unlock();
}

void vosTimerOneShot(VSysTimer t, uint32_t time, vsystimer_fn fn, void *arg)
{
    start(t, kernel_time(time), 0, fn, arg);
}

void vosTimerRecurrent(VSysTimer t, uint32_t time, vsystimer_fn fn, void *arg)
{
    uint64_t period = kernel_time(time);
    period = period ? period : NS_PER_US;
    start(t, period, period, fn, arg);
}

void vosTimerReset(VSysTimer handle)
{
    systimer_t *t = handle;
    kernel_lock();
    deadline_clear(&t->deadline);
    t->since = port_now();
    kernel_unlock();
}

void vosTimerDestroy(VSysTimer t)
{
    vosTimerReset(t);
    vos_free(t);
}
