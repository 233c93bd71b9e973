/* SPDX-License-Identifier: MIT */
/*
 * posix_time.c -- clocks of the host: real time and its alarm, virtual time.
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
    if (cpu.virtual) {
        return virtual_now;
    }
    uint64_t now = clock_real();
    ticks_passed(now);
    return now;
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

void clock_spend(uint64_t ns)
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
        clock_spend((uint64_t)ops * virtual_op);
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

/* Whoever polls the clock must see it advance. */
uint64_t port_read_clock(void)
{
    if (cpu.virtual && cpu_is_mine()) {
        clock_spend(CLOCK_READ_NS);
    }
    return port_now();
}

/* As far as nothing can happen, in one step. */
void port_relax(uint64_t until)
{
    if (cpu.virtual) {
        uint64_t next = atomic_load_explicit(&alarm_at, memory_order_relaxed);
        next = next < until ? next : until;
        next = next > virtual_now ? next - virtual_now : 0;
        clock_spend(next < NS_PER_S ? next : NS_PER_S);
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
