/* SPDX-License-Identifier: MIT */
/* cortexm_irq.c -- the interrupt controller of a Cortex-M, and its reset; whatever kernel
 * runs. */
#include "chip.h"
#include "cortexm.h"

bool cpu_irq_save(void)
{
    uint32_t off;
    __asm__ volatile("mrs %0, primask\n cpsid i" : "=r"(off)::"memory");
    return !off;
}

void cpu_irq_restore(bool on)
{
    if (on) {
        __asm__ volatile("cpsie i" ::: "memory");
    }
}

void cpu_irq_enable(int32_t irq, bool on)
{
    uint32_t word = (uint32_t)irq / 32, bit = 1u << ((uint32_t)irq % 32);
    if (on) {
        NVIC_ISER(word) = bit;
    } else {
        NVIC_ICER(word) = bit;
    }
    __asm__ volatile("dsb\n isb" ::: "memory");
}

void cpu_irq_raise(int32_t irq)
{
    NVIC_ISPR((uint32_t)irq / 32) = 1u << ((uint32_t)irq % 32);
    __asm__ volatile("dsb\n isb" ::: "memory");
}

void vosSysReset(void)
{
    __asm__ volatile("dsb" ::: "memory");
    SCB_AIRCR = AIRCR_SYSRESETREQ;
    for (;;) {
    }
}
