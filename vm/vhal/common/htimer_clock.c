/* SPDX-License-Identifier: MIT */
/* htimer_clock.c -- hardware timers of the kernel's clock, to the microsecond. */
#include "htimer.h"

static VSysTimer timers[HTM_TIMERS];

bool htimer_open(uint32_t tm)
{
    timers[tm] = timers[tm] ? timers[tm] : vosTimerCreate();
    return timers[tm];
}

static void expired(void *arg)
{
    htm_expired((uint32_t)(uintptr_t)arg);
}

void htimer_set(uint32_t tm, uint32_t micros, bool again)
{
    void *arg = (void *)(uintptr_t)tm;
    (again ? vosTimerRecurrent : vosTimerOneShot)(timers[tm], TIME_U(micros, MICROS),
                                                  expired, arg);
}

void htimer_clear(uint32_t tm)
{
    if (timers[tm]) {
        vosTimerReset(timers[tm]);
    }
}
