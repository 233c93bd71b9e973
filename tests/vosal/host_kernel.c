/* SPDX-License-Identifier: MIT */
/* host_kernel.c -- the suite on our own kernel. */
#include "host.h"
#include "port.h"
#include "vosal.h"

void host_begin(bool is_virtual)
{
    vosInit(NULL);
    if (is_virtual) {
        vos_set_virtual_time(1000);
    }
}

void host_advance(uint32_t us)
{
    vos_virtual_advance(us);
}

bool host_raise(void)
{
    return vos_irq_raise(PORT_IRQ);
}

bool port_keeps_turns(void)
{
    return true;
}
