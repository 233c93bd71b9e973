/* SPDX-License-Identifier: MIT */
/*
 * chip_time.c -- the kernel's nanoseconds on a chip, of the cycles of its clock.
 *
 * There is no tick: the clock's interrupt comes when something is due. Deadlines that
 * are further away than the clock can count are asked for in several steps.
 */
#include "chip.h"

_Static_assert(((uint64_t)1000000000 << CLOCK_SHIFT) % CLOCK_HZ == 0,
               "a cycle of the clock is a whole number of 1/16 ns");

/* The longest step, ns: it fits 32 bits in cycles of any clock up to 4 GHz. */
#define STEP 1000000000u
#define CYCLES_A_NS_2_32 ((uint32_t)(((uint64_t)CLOCK_HZ << 32) / 1000000000u))

uint64_t port_now(void)
{
    return clock_cycles() * CLOCK_NS >> CLOCK_SHIFT;
}

uint64_t port_read_clock(void)
{
    return port_now();
}

/* Rounded up: an alarm that comes early would come twice. */
static uint32_t cycles_of(uint32_t ns)
{
    return (uint32_t)((uint64_t)ns * CYCLES_A_NS_2_32 >> 32) + 1;
}

void port_set_alarm(uint64_t at)
{
    if (at == PORT_NEVER) {
        clock_alarm_in(UINT32_MAX);
        return;
    }
    uint64_t now = port_now(), wait = at > now ? at - now : 0;
    clock_alarm_in(cycles_of(wait < STEP ? (uint32_t)wait : STEP));
}

void port_need_clock(void)
{
}

void port_relax(uint64_t until)
{
    (void)until;
}

void port_idle(uint64_t until)
{
    port_set_alarm(until);
    kernel.alarm_stale = kernel.gil_end < until;
    cpu_wait();
}

uint32_t vos_system_frequency(void)
{
    return CLOCK_HZ;
}

uint32_t *vosTicks(void)
{
    return clock_ticks();
}

/* A board has one clock. */
void vosSysSetClock(uint32_t mode)
{
    (void)mode;
}
