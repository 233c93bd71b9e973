/* SPDX-License-Identifier: MIT */
/*
 * htimer.c -- the program's hardware timers: GPTM 0 … 2. What is longer than they can
 * count, 343 seconds at 12.5 MHz, goes in several rounds.
 */
#include "htimer.h"
#include "gptm.h"

_Static_assert(HTM_TIMERS >= GPTM_ADC, "one state for each");
enum { LONGEST = 100000000 }; /* of a round, microseconds */

static struct {
    uint32_t left;   /* after this round */
    uint32_t period; /* of a repeated one in several rounds */
} states[GPTM_ADC];

static uint32_t cycles_of(uint32_t micros)
{
    uint32_t cycles = (uint32_t)((uint64_t)micros * vos_system_frequency() / 1000000);
    return cycles ? cycles - 1 : 0;
}

static void start_round(uint32_t tm, uint32_t mode, uint32_t micros)
{
    GPTM_CTL(tm) = 0;
    GPTM_CFG(tm) = 0;
    GPTM_TAMR(tm) = mode;
    GPTM_TAILR(tm) = cycles_of(micros);
    GPTM_ICR(tm) = GPTM_TIMEOUT;
    GPTM_IMR(tm) = GPTM_TIMEOUT;
    GPTM_CTL(tm) = GPTM_ENABLE;
}

static void start_part(uint32_t tm, uint32_t micros)
{
    uint32_t now = micros > LONGEST ? LONGEST : micros;
    states[tm].left = micros - now;
    start_round(tm, GPTM_ONCE, now);
}

void htimer_set(uint32_t tm, uint32_t micros, bool again)
{
    states[tm].left = states[tm].period = 0;
    if (again && micros <= LONGEST) {
        start_round(tm, GPTM_PERIODIC, micros);
    } else {
        states[tm].period = again ? micros : 0;
        start_part(tm, micros);
    }
}

void htimer_clear(uint32_t tm)
{
    SYSCTL_RCGC1 |= RCGC1_TIMER0 << tm;
    GPTM_CTL(tm) = 0;
    GPTM_IMR(tm) = 0;
    GPTM_ICR(tm) = GPTM_TIMEOUT;
}

static void serve(uint32_t tm)
{
    GPTM_ICR(tm) = GPTM_TIMEOUT;
    if (states[tm].left) {
        start_part(tm, states[tm].left);
        return;
    }
    if (states[tm].period) {
        start_part(tm, states[tm].period);
    }
    htm_expired(tm);
}

static void on_0(void)
{
    serve(0);
}

static void on_1(void)
{
    serve(1);
}

static void on_2(void)
{
    serve(2);
}

bool htimer_open(uint32_t tm)
{
    static const vos_irq_handler handlers[GPTM_ADC] = {on_0, on_1, on_2};
    int32_t irq = IRQ_TIMER0A + 2 * (int32_t)tm;
    SYSCTL_RCGC1 |= RCGC1_TIMER0 << tm;
    vosInstallHandler(irq, handlers[tm]);
    vos_irq_enable(irq, true);
    return true;
}
