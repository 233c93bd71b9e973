/* SPDX-License-Identifier: MIT */
/*
 * irq.c -- which interrupts get through. They have one priority: the kernel's handlers
 * do not nest.
 */
#include "vhal.h"

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
