/* SPDX-License-Identifier: MIT */
/* chip_none.c -- what a host has that a chip has not. */
#include "vosal.h"

void vos_host_block_begin(void)
{
}

void vos_host_block_end(void)
{
}

bool vos_port_add_text(const void *low, const void *high)
{
    (void)low;
    (void)high;
    return true;
}

/* Time passes by itself. */
void vos_set_virtual_time(uint32_t ns_per_op)
{
    (void)ns_per_op;
}

void vos_virtual_advance(uint32_t ops)
{
    (void)ops;
}

void vos_set_deadlock_hook(void (*fn)(void))
{
    (void)fn;
}
