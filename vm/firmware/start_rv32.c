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

extern char __text_start[], __text_end[];

/* Behind a jal or jalr that writes ra, of four bytes or two. Source: "The RISC-V
 * Instruction Set Manual", volume I, chapters 2.5 and 16.4. */
bool chip_is_return(uintptr_t word)
{
    const uint16_t *at = (const uint16_t *)word;
    if (word & 1 || word < (uintptr_t)__text_start + 4 ||
        word > (uintptr_t)__text_end) {
        return false;
    }
    uint32_t jal = at[-2] & 0xFFF;
    bool c_jal = (at[-1] & 0xE003) == 0x2001, c_jalr = (at[-1] & 0xF07F) == 0x9002;
    return jal == 0x0EF || jal == 0x0E7 || c_jal || c_jalr;
}
