/* SPDX-License-Identifier: MIT */
/*
 * clock_systick.c -- the SysTick of a Cortex-M as a clock.
 *
 * It counts down from its reload value and starts again. It mostly runs through all
 * 2^24 values; for an alarm that is sooner it starts with less, and goes on with all of
 * them, because the reload value is set back at once. Starting anew loses the few
 * cycles between reading and writing: some 10 in each, which the clock is late by.
 * Interrupts may be off for up to 2^24 cycles.
 *
 * Where the board has a counter of cycles in its address space (COUNTER of board.mk) or
 * the debug unit has one (ARMv7-M), that is what vosTicks points to.
 */
#include "chip.h"
#include "cortexm.h"

#define ALL (1u << 24)
#define LEAST 64u /* cycles: long enough to be set up */

static uint64_t since;        /* cycles at the start of this round */
static uint32_t length = ALL; /* of this round, cycles */
static uint32_t ticks_seen;
static uint32_t *ticks = &ticks_seen;

/* Cycles since the start of the round. It shows 0, and is pending, in its last one. */
static uint32_t elapsed(void)
{
    uint32_t left = SYST_CVR;
    if (SCB_ICSR & ICSR_PENDSTSET) {
        left = SYST_CVR;
        return left ? length + ALL - 1 - left : length - 1;
    }
    return length - 1 - left;
}

static void restart(uint32_t cycles)
{
    since += elapsed();
    SYST_RVR = cycles - 1;
    SYST_CVR = 0;
    while (SYST_CVR == 0) {
    }
    SYST_RVR = ALL - 1;
    length = cycles;
}

void clock_alarm_in(uint32_t cycles)
{
    if (SCB_ICSR & ICSR_PENDSTSET) {
        return; /* it comes as soon as it can */
    }
    cycles = cycles < LEAST ? LEAST : cycles;
    if (cycles < length - elapsed()) {
        restart(cycles);
    }
}

void clock_interrupt(void)
{
    since += length;
    length = ALL;
    while (SYST_CVR == 0) {
    }
    kernel_clock();
}

uint64_t clock_cycles(void)
{
    bool on = cpu_irq_save();
    uint64_t cycles = since + elapsed();
    cpu_irq_restore(on);
    return cycles;
}

uint32_t *clock_ticks(void)
{
    if (ticks == &ticks_seen) {
        ticks_seen = (uint32_t)clock_cycles();
    }
    return ticks;
}

/* Has the debug unit a counter, and does it count? */
#if defined CLOCK_COUNTER
static void find_counter(void)
{
    ticks = (uint32_t *)CLOCK_COUNTER;
}
#elif __ARM_ARCH >= 7
static void find_counter(void)
{
    enum { TRCENA = 1 << 24, CYCCNTENA = 1, NOCYCCNT = 1 << 25 };
    SCB_DEMCR |= TRCENA;
    DWT_CTRL |= CYCCNTENA;
    uint32_t before = DWT_CYCCNT;
    if (!(DWT_CTRL & NOCYCCNT) && DWT_CYCCNT != before) {
        ticks = (uint32_t *)(uintptr_t)&DWT_CYCCNT;
    }
}
#else
static void find_counter(void)
{
}
#endif

void clock_start(void)
{
    SYST_RVR = ALL - 1;
    SYST_CVR = 0;
    SYST_CSR = SYST_ENABLE | SYST_TICKINT | SYST_CLKSOURCE;
    while (SYST_CVR == 0) {
    }
    find_counter();
}
