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

/* Cycles since the last tick that the kernel has counted; it shows one late. */
static uint32_t cycles_since_tick(void)
{
    uint32_t length = SYST_RVR + 1, left = SYST_CVR;
    if (SCB_ICSR & ICSR_PENDSTSET) {
        return length + length - 1 - SYST_CVR;
    }
    return length - 1 - left;
}

uint64_t port_now(void)
{
    static uint64_t latest;
    if (!is_tick()) {
        return foreign_ticked();
    }
    kernel_lock();
    uint64_t now = foreign_ticked() + (uint64_t)cycles_since_tick() *
                                          (1000000000u / 1000u) / (CLOCK_HZ / 1000u);
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

/* Inside the lock no tick is counted, but the SysTick goes round: who polls often
 * enough sees it advance. */
static uint32_t ticks_seen;

static void count_cycles(void)
{
    static uint32_t last;
    bool on = cpu_irq_save();
    uint32_t at = SYST_RVR - SYST_CVR;
    ticks_seen += at >= last ? at - last : at + SYST_RVR + 1 - last;
    last = at;
    cpu_irq_restore(on);
}

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
        count_cycles();
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
