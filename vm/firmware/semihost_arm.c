/* SPDX-License-Identifier: MIT */
/* semihost_arm.c -- calls the emulator or the debugger of a Cortex-M. */
#include "firmware.h"

uintptr_t semihost(uintptr_t operation, const void *argument)
{
    register uintptr_t r0 __asm__("r0") = operation;
    register const void *r1 __asm__("r1") = argument;
    __asm__ volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
    return r0;
}
