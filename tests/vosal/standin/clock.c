/* SPDX-License-Identifier: MIT */
/*
 * clock.c -- VOSAL's clock on a stand-in. In virtual time that is the foreign kernel's
 * ticks, as on a chip that has nothing finer; in real time it is finer than they are.
 */
#include "foreign.h"
#include "standin.h"

uint64_t port_now(void)
{
    return standin_is_virtual() ? foreign_ticked() : standin_read_clock();
}

uint64_t port_lag(void)
{
    return standin_is_virtual() ? foreign_tick() : 0;
}

/* Each read takes a moment, so that who polls sees time pass. */
uint64_t port_read_clock(void)
{
    standin_read_clock();
    return port_now();
}

void port_relax(uint64_t until)
{
    (void)until;
    standin_read_clock();
}

uint32_t *vosTicks(void)
{
    return standin_cycles();
}

uint32_t vos_system_frequency(void)
{
    return standin_cycle_rate();
}

void vosSysSetClock(uint32_t mode)
{
    (void)mode;
}
