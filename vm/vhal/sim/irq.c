/* SPDX-License-Identifier: MIT */
/*
 * irq.c -- the interrupt controller: which interrupts get through. They all have one
 * priority here.
 */
#include "parts.h"

void vhalIrqEnablePrio(uint32_t irqn, uint32_t prio)
{
    (void)prio;
    vos_irq_enable((int32_t)irqn, true);
}

void vhalIrqDisable(uint32_t irqn)
{
    vos_irq_enable((int32_t)irqn, false);
}

vhal_irq_handler vhalInstallHandler(uint32_t irqn, vhal_irq_handler fn)
{
    return vosInstallHandler((int32_t)irqn, fn);
}
