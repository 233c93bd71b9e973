/* SPDX-License-Identifier: MIT */
/*
 * posix_time.c -- clocks of the host: real time and its alarm, virtual time, the tick
 * counter.
 *
 * In real time a helper sleeps until the alarm; it exists only once there is something
 * that needs it, and while all threads wait nobody needs it: the idle thread watches
 * the next deadline itself.
 */
#define _GNU_SOURCE
#include "posix.h"
#include <stdlib.h>
#include <time.h>

#define NS_PER_S 1000000000u
#define NS_PER_US 1000u
#define TICKS_PER_S 100000000u /* vosTicks */
#define NS_PER_TICK (NS_PER_S / TICKS_PER_S)

static uint64_t virtual_now;
static uint32_t virtual_op; /* ns */
static _Atomic uint64_t alarm_at = PORT_NEVER;

/* ---- now ---- */

uint64_t clock_real(void)
{
    static _Atomic uint64_t start;
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    uint64_t now = (uint64_t)t.tv_sec * NS_PER_S + (uint64_t)t.tv_nsec, none = 0;
    uint64_t first = atomic_load_explicit(&start, memory_order_relaxed);
    if (!first) {
        first = atomic_compare_exchange_strong(&start, &none, now) ? now : none;
    }
    return now - first;
}

uint64_t port_now(void)
{
    return cpu.virtual ? virtual_now : clock_real();
}

/* ---- virtual time ---- */

static void end_program(void)
{
    exit(0);
}
static void (*deadlock_hook)(void) = end_program;

void vos_set_deadlock_hook(void (*fn)(void))
{
    deadlock_hook = fn;
}

void vos_set_virtual_time(uint32_t ns_per_op)
{
    virtual_op = ns_per_op;
    virtual_now = 0;
    cpu.virtual = true;
}

static void advance(uint64_t ns)
{
    virtual_now += ns;
    if (virtual_now >= atomic_load_explicit(&alarm_at, memory_order_relaxed)) {
        atomic_store(&alarm_at, PORT_NEVER);
        cpu_raise();
    }
}

void vos_virtual_advance(uint32_t ops)
{
    if (cpu.virtual) {
        advance((uint64_t)ops * virtual_op);
    }
}

bool clock_jump(uint64_t until)
{
    if (until != PORT_NEVER) {
        virtual_now = until > virtual_now ? until : virtual_now;
        return true;
    }
    if (atomic_load(&cpu.sources) == 0) {
        deadlock_hook();
    }
    return false;
}

void port_relax(void)
{
    if (cpu.virtual) {
        advance(NS_PER_US);
    }
}

/* ---- the alarm ---- */

static _Atomic uint32_t alarm_changes;
static _Atomic uint64_t asleep_until; /* the helper; 0: awake */
static bool helper_runs;

/* `asleep_until` is set before the futex compares `alarm_changes`, which port_set_alarm
 * counts up before it reads `asleep_until`: a new alarm is never slept over. */
static void *run_alarm(void *arg)
{
    for (;;) {
        uint32_t changes = atomic_load(&alarm_changes);
        uint64_t at = atomic_load(&alarm_at);
        if (at <= clock_real()) {
            atomic_compare_exchange_strong(&alarm_at, &at, PORT_NEVER);
            cpu_raise();
            continue;
        }
        atomic_store(&asleep_until, at);
        posix_sleep_on(&alarm_changes, changes, at);
        atomic_store(&asleep_until, 0);
    }
    return arg;
}

void port_set_alarm(uint64_t at)
{
    atomic_store(&alarm_at, at);
    if (!helper_runs) {
        return;
    }
    atomic_fetch_add(&alarm_changes, 1);
    if (at < atomic_load(&asleep_until)) {
        posix_wake(&alarm_changes);
    }
}

void port_need_clock(void)
{
    if (!helper_runs && !cpu.virtual) {
        helper_runs = true;
        posix_start_helper(run_alarm);
    }
}

/* ---- ticks ---- */

/*
 * Each call of vosTicks sets the cell, which is exact. For loops that keep the pointer
 * a helper sets it too: often while ticks are in use, else now and then. In virtual
 * time it steps in only when nobody has called for a while, so that what the usual loop
 * reads is still the same every time.
 */
enum { USED_STEP = 20000, IDLE_STEP = 2000000, IN_USE = 1000000000, STUCK = 20000000 };

static uint32_t ticks;
static _Atomic uint64_t ticks_used; /* when, in real time */

static void set_ticks(uint32_t value)
{
    __atomic_store_n(&ticks, value, __ATOMIC_RELAXED);
}

static void *run_ticks(void *arg)
{
    for (;;) {
        uint64_t now = clock_real(), unused = now - atomic_load(&ticks_used);
        bool in_use = (int64_t)unused < IN_USE;
        struct timespec step = {0, in_use && !cpu.virtual ? USED_STEP : IDLE_STEP};
        nanosleep(&step, NULL);
        if (!cpu.virtual) {
            set_ticks((uint32_t)(clock_real() / NS_PER_TICK));
        } else if ((int64_t)unused > STUCK) {
            set_ticks(ticks + IDLE_STEP / NS_PER_TICK);
        }
    }
    return arg;
}

uint32_t *vosTicks(void)
{
    static bool helper;
    if (!helper && !kernel.in_isr) {
        helper = true;
        posix_start_helper(run_ticks);
    }
    atomic_store_explicit(&ticks_used, clock_real(), memory_order_relaxed);
    port_relax();
    set_ticks((uint32_t)(port_now() / NS_PER_TICK));
    return &ticks;
}

uint32_t vos_system_frequency(void)
{
    return TICKS_PER_S;
}

/* The host's clock is not ours to change. */
void vosSysSetClock(uint32_t mode)
{
    (void)mode;
}
