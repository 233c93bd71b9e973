/* SPDX-License-Identifier: MIT */
/* host_foreign.c -- the suite on a kernel of the user's that has a port to the host. */
#include "host.h"
#include "port.h"
#include "vosal.h"

void host_begin(bool is_virtual)
{
    (void)is_virtual; /* there is no other time than real */
    vosInit(NULL);
}

void host_advance(uint32_t us)
{
    (void)us;
}

bool host_raise(void)
{
    return vos_irq_raise(PORT_IRQ);
}

bool port_keeps_turns(void)
{
    return false;
}
