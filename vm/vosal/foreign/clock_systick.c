/* SPDX-License-Identifier: MIT */
/*
 * clock_systick.c -- time on a Cortex-M whose SysTick is the foreign kernel's tick: its
 * ticks and what the SysTick has counted since the last.
 *
 * Where the debug unit has a cycle counter (ARMv7-M), that is what vosTicks points to.
 * Where another timer is the tick, time has whole ticks only.
 */
#include "chip.h"
#include "cortexm.h"
#include "foreign.h"

static bool is_tick(void)
{
    return (SYST_CSR & (SYST_ENABLE | SYST_TICKINT)) == (SYST_ENABLE | SYST_TICKINT);
}

/* Cycles since the last tick that the kernel has counted, or since the one that is
 * `late` and a tick more: a period begins with 0. */
static uint32_t cycles_since_tick(bool *late)
{
    uint32_t length = SYST_RVR + 1, left = SYST_CVR;
    *late = (SCB_ICSR & ICSR_PENDSTSET) != 0;
    left = *late ? SYST_CVR : left;
    return (*late ? length : 0) + (left == 0 ? 0 : length - left);
}

/* While a tick is late, in the lock, the kernel loses all that follow. Who polls the
 * time there sees the SysTick go round, and here they are counted. */
static uint64_t lost_ticks(uint64_t ticked, uint32_t cycles, bool late)
{
    static uint64_t lost, then;
    static uint32_t before;
    static bool was_late;
    if (late && was_late && ticked == then && cycles < before) {
        lost += foreign_tick();
    }
    then = ticked;
    before = cycles;
    was_late = late;
    return lost;
}

uint64_t port_now(void)
{
    static uint64_t latest;
    bool late;
    if (!is_tick()) {
        return foreign_ticked();
    }
    kernel_lock();
    uint64_t ticked = foreign_ticked();
    uint32_t cycles = cycles_since_tick(&late);
    uint64_t now = ticked + lost_ticks(ticked, cycles, late) +
                   (uint64_t)cycles * (1000000000u / 1000u) / (CLOCK_HZ / 1000u);
    latest = now > latest ? now : latest; /* the tick's handler may be about to count */
    now = latest;
    kernel_unlock();
    return now;
}

uint64_t port_lag(void)
{
    return is_tick() ? 0 : foreign_tick();
}

uint64_t port_read_clock(void)
{
    return port_now();
}

void port_relax(uint64_t until)
{
    (void)until;
}

/* ---- the tick counter ---- */

/* Where no unit counts: the time, as of the last call. */
static uint32_t ticks_seen;

#if __ARM_ARCH >= 7
static uint32_t *counter(void)
{
    enum { TRCENA = 1 << 24, CYCCNTENA = 1 };
    static uint32_t *found;
    if (!found) {
        SCB_DEMCR |= TRCENA;
        DWT_CTRL |= CYCCNTENA;
        uint32_t before = DWT_CYCCNT;
        found = DWT_CYCCNT != before ? (uint32_t *)(uintptr_t)&DWT_CYCCNT : &ticks_seen;
    }
    return found;
}
#else
static uint32_t *counter(void)
{
    return &ticks_seen;
}
#endif

uint32_t *vosTicks(void)
{
    uint32_t *ticks = counter();
    if (ticks == &ticks_seen) {
        enum { S = 1000000000 };
        kernel_lock();
        uint64_t now = port_now();
        ticks_seen = (uint32_t)(now / S * CLOCK_HZ + now % S * CLOCK_HZ / S);
        kernel_unlock();
    }
    return ticks;
}

uint32_t vos_system_frequency(void)
{
    return CLOCK_HZ;
}

/* A board has one clock. */
void vosSysSetClock(uint32_t mode)
{
    (void)mode;
}
