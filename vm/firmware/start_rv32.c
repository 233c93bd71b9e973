/* SPDX-License-Identifier: MIT */
/*
 * start_rv32.c -- from reset to main on a RISC-V: one hart, memory, stacks, traps.
 *
 * The start lies first in memory, where the boot ROM or the emulator goes to. Harts
 * beside the first one stop here before they touch anything.
 */
#include "chipport.h"
#include <string.h>

/* Made by the linker script: .data and where its first values are, .bss. */
extern char __data_start[], __data_end[], __data_source[];
extern char __bss_start[], __bss_end[];

int main(void);
void Reset_Handler(void);

__attribute__((used, noreturn)) static void begin(void)
{
    memcpy(__data_start, __data_source, (size_t)(__data_end - __data_start));
    memset(__bss_start, 0, (size_t)(__bss_end - __bss_start));
    chip_begin();
    chip_end(main());
}

/* vos_trap is the kernel's (VOSAL); 1: interrupts have entries of their own in it.
 * tp: the C library's errno is thread-local, and all threads share one. */
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
                     "la tp, __tls_base\n"
                     "la sp, __main_stack_end\n"
                     "la t0, vos_trap\n"
                     "ori t0, t0, 1\n"
                     "csrw mtvec, t0\n"
                     "tail begin");
}
