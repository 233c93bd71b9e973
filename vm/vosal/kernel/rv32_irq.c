/* SPDX-License-Identifier: MIT */
/*
 * rv32_irq.c -- a RISC-V's interrupt controllers: the PLIC for the external ones, the
 * CLINT for the one that software asks for.
 *
 * All sources are enabled from the start; one that is off has priority 0. A source that
 * is not enabled could not be completed, and a handler may turn off its own.
 *
 * The PLIC has no way to make an interrupt by software: those are remembered here.
 */
#include "chip.h"
#include "rv32.h"

#define WORDS (CHIP_IRQS / 32 + 1)
static uint32_t raised[WORDS];

void cpu_raise_posted(void)
{
    CLINT_MSIP = 1;
    __asm__ volatile("fence" ::: "memory");
}

void cpu_irq_enable(int32_t irq, bool on)
{
    PLIC_PRIORITY((uint32_t)irq) = on;
    if (on && raised[irq / 32]) {
        cpu_raise_posted();
    }
}

void cpu_irq_raise(int32_t irq)
{
    bool on = cpu_irq_save();
    raised[irq / 32] |= 1u << (irq % 32);
    cpu_raise_posted();
    cpu_irq_restore(on);
}

static void run_raised(uint32_t word)
{
    for (uint32_t left = raised[word]; left; left &= left - 1) {
        uint32_t bit = (uint32_t)__builtin_ctz(left), irq = 32 * word + bit;
        if (PLIC_PRIORITY(irq)) {
            raised[word] &= ~(1u << bit);
            chip_run_handler(irq);
        }
    }
}

void rv32_serve(uint32_t cause)
{
    kernel_isr_enter();
    if ((uint8_t)cause == EXTERNAL) {
        uint32_t irq = PLIC_CLAIM;
        if (irq) {
            chip_run_handler(irq);
            PLIC_CLAIM = irq;
        }
    } else if ((uint8_t)cause == TIMER) {
        clock_interrupt();
    } else {
        CLINT_MSIP = 0;
        for (uint32_t word = 0; word < WORDS; word++) {
            run_raised(word);
        }
        chip_run_posted();
    }
}

void rv32_irq_start(void)
{
    PLIC_THRESHOLD = 0;
    for (uint32_t irq = 0; irq < CHIP_IRQS; irq++) {
        PLIC_PRIORITY(irq) = 0;
        PLIC_ENABLE(irq / 32) = UINT32_MAX;
    }
}
