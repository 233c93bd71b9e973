/* SPDX-License-Identifier: MIT */
/* clock_host.c -- time on the host: its monotonic clock, whatever the kernel's ticks
 * do. */
#define _GNU_SOURCE
#include "foreign.h"
#include <pthread.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#define NS_PER_S 1000000000u
#define TICKS_PER_S 100000000u
enum { STEP = 20000 }; /* ns between two writes of the cell that vosTicks points to */

static uint64_t clock_real(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * NS_PER_S + (uint64_t)t.tv_nsec;
}

uint64_t port_now(void)
{
    static _Atomic uint64_t start;
    uint64_t now = clock_real(), none = 0;
    atomic_compare_exchange_strong(&start, &none, now);
    return now - atomic_load(&start);
}

uint64_t port_read_clock(void)
{
    return port_now();
}

void port_relax(uint64_t until)
{
    (void)until;
}

uint64_t port_lag(void)
{
    return 0;
}

/* ---- the tick counter ---- */

static uint32_t ticks;

static void set_ticks(void)
{
    uint64_t now = clock_real() / (NS_PER_S / TICKS_PER_S);
    __atomic_store_n(&ticks, (uint32_t)now, __ATOMIC_RELAXED);
}

/* For who keeps the pointer. */
static void *write_ticks(void *arg)
{
    for (;;) {
        struct timespec step = {0, STEP};
        nanosleep(&step, NULL);
        set_ticks();
    }
    return arg;
}

/* A pthread that no signal of the kernel's interrupts. */
static void start_writer(void)
{
    pthread_t id;
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    if (pthread_create(&id, NULL, write_ticks, NULL) != 0) {
        _exit(70);
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

uint32_t *vosTicks(void)
{
    static atomic_flag started = ATOMIC_FLAG_INIT;
    if (!atomic_flag_test_and_set(&started)) {
        start_writer();
    }
    set_ticks();
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
