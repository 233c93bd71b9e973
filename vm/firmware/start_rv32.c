/* SPDX-License-Identifier: MIT */
/*
 * start_rv32.c -- the reset of a RISC-V: one hart, stacks, traps.
 *
 * The start lies first in memory, where the boot ROM or the emulator goes to. Harts
 * beside the first one stop here before they touch anything.
 */
#include "chipport.h"

void Reset_Handler(void);

/* vos_trap is the kernel's (VOSAL); 1: interrupts have entries of their own in it. */
__attribute__((naked, noreturn, section(".vectors"), used)) void Reset_Handler(void)
{
    __asm__ volatile("csrci mstatus, 8\n"
                     "csrw mie, zero\n"
                     "csrr t0, mhartid\n"
                     "1: beqz t0, 2f\n"
                     "wfi\n"
                     "j 1b\n"
                     "2: .option push\n"
                     ".option norelax\n"
                     "la gp, __global_pointer$\n"
                     ".option pop\n"
                     "la sp, __main_stack_end\n"
                     "la t0, vos_trap\n"
                     "ori t0, t0, 1\n"
                     "csrw mtvec, t0\n"
                     "tail firmware_begin");
}
