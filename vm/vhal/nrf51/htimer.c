/* SPDX-License-Identifier: MIT */
/*
 * htimer.c -- TIMER1 and TIMER2, of 16 bits, at 1 MHz; TIMER0 is the kernel's clock.
 *
 * A time that is longer than 16 bits is made of parts. A compare clears the timer, so
 * that what follows begins exactly there.
 */
#include "htimer.h"
#include "nrf51.h"

enum { PART = 50000 };

static struct {
    uint32_t time, left; /* microseconds; left: after the part that runs */
    bool again;
} timers[HTM_TIMERS];

#define N(tm) ((tm) + 1) /* of the hardware */

static void set_part(uint32_t tm)
{
    uint32_t part = timers[tm].left <= UINT16_MAX ? timers[tm].left : PART;
    timers[tm].left -= part;
    TIMER_CC0(N(tm)) = part;
}

static void expired(uint32_t tm)
{
    TIMER_COMPARE0(N(tm)) = 0;
    if (timers[tm].left) {
        set_part(tm);
        return;
    }
    if (timers[tm].again) {
        timers[tm].left = timers[tm].time;
        set_part(tm);
    } else {
        htimer_clear(tm);
    }
    htm_expired(tm);
}

static void on_timer1(void)
{
    expired(0);
}

static void on_timer2(void)
{
    expired(1);
}

bool htimer_open(uint32_t tm)
{
    static const vos_irq_handler handlers[HTM_TIMERS] = {on_timer1, on_timer2};
    TIMER_BITMODE(N(tm)) = TIMER_16_BITS;
    TIMER_PRESCALER(N(tm)) = TIMER_MHZ;
    TIMER_SHORTS(N(tm)) = TIMER_CLEAR0;
    TIMER_INTENSET(N(tm)) = TIMER_INT0;
    vosInstallHandler((int32_t)(TIMER_IRQ + N(tm)), handlers[tm]);
    vos_irq_enable((int32_t)(TIMER_IRQ + N(tm)), true);
    return true;
}

void htimer_set(uint32_t tm, uint32_t micros, bool again)
{
    htimer_clear(tm);
    timers[tm].time = timers[tm].left = micros;
    timers[tm].again = again;
    set_part(tm);
    TIMER_START(N(tm)) = 1;
}

void htimer_clear(uint32_t tm)
{
    TIMER_STOP(N(tm)) = 1;
    TIMER_CLEAR(N(tm)) = 1;
    TIMER_COMPARE0(N(tm)) = 0;
}
