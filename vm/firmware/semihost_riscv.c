/* SPDX-License-Identifier: MIT */
/* semihost_riscv.c -- calls the emulator or the debugger of a RISC-V: a breakpoint
 * between two instructions that do nothing, all in one page. */
#include "firmware.h"

__attribute__((aligned(16), noinline)) uintptr_t semihost(uintptr_t operation,
                                                          const void *argument)
{
    register uintptr_t a0 __asm__("a0") = operation;
    register const void *a1 __asm__("a1") = argument;
    __asm__ volatile(".option push\n"
                     ".option norvc\n"
                     ".balign 16\n"
                     "slli x0, x0, 0x1f\n"
                     "ebreak\n"
                     "srai x0, x0, 7\n"
                     ".option pop"
                     : "+r"(a0)
                     : "r"(a1)
                     : "memory");
    return a0;
}
