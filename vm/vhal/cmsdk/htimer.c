/* SPDX-License-Identifier: MIT */
/*
 * htimer.c -- the two APB timers. A time that is longer than they can count, 171 s,
 * goes in several rounds.
 */
#include "htimer.h"
#include "cmsdk.h"

enum { LONGEST = 100000000 }; /* of a round, microseconds */

static struct {
    uint32_t time, left; /* microseconds; left: after this round */
    bool again;
} timers[HTM_TIMERS];

static void start_round(uint32_t tm)
{
    uint32_t now = timers[tm].left < LONGEST ? timers[tm].left : LONGEST;
    uint32_t cycles = now * (vos_system_frequency() / 1000000) - 1;
    timers[tm].left -= now;
    TIMER_CTRL(tm) = 0;
    TIMER_RELOAD(tm) = cycles;
    TIMER_VALUE(tm) = cycles;
    TIMER_INT(tm) = 1;
    TIMER_CTRL(tm) = TIMER_ON | TIMER_INTERRUPT;
}

/* A time of one round comes again by itself, without losing a cycle. */
static void expired(uint32_t tm)
{
    TIMER_INT(tm) = 1;
    if (timers[tm].left) {
        start_round(tm);
        return;
    }
    if (!timers[tm].again) {
        htimer_clear(tm);
    } else if (timers[tm].time > LONGEST) {
        timers[tm].left = timers[tm].time;
        start_round(tm);
    }
    htm_expired(tm);
}

static void on_timer0(void)
{
    expired(0);
}

static void on_timer1(void)
{
    expired(1);
}

bool htimer_open(uint32_t tm)
{
    static const vos_irq_handler handlers[HTM_TIMERS] = {on_timer0, on_timer1};
    vosInstallHandler((int32_t)(TIMER_IRQ + tm), handlers[tm]);
    vos_irq_enable((int32_t)(TIMER_IRQ + tm), true);
    return true;
}

void htimer_set(uint32_t tm, uint32_t micros, bool again)
{
    timers[tm].time = timers[tm].left = micros;
    timers[tm].again = again;
    start_round(tm);
}

void htimer_clear(uint32_t tm)
{
    TIMER_CTRL(tm) = 0;
    TIMER_INT(tm) = 1;
}
