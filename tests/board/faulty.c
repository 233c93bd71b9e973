/* SPDX-License-Identifier: MIT */
/* faulty.c -- natives that cannot go on, for faults.py. */
#include "zerynth.h"
#include <stdint.h>

C_NATIVE_FN()
int read_at(uint32_t address)
{
    return *(volatile int *)(uintptr_t)address;
}

C_NATIVE_FN()
void write_at(uint32_t address, int value)
{
    *(volatile int *)(uintptr_t)address = value;
}

C_NATIVE_FN()
int divide(int a, int b)
{
    return a / b;
}

C_NATIVE_FN()
int jump(uint32_t address)
{
    return ((int (*)(void))(uintptr_t)address)();
}

C_NATIVE_FN()
int deep(int n)
{
    volatile int here[32];
    here[n & 31] = n;
    return n == 0 ? here[3] : deep(n - 1) + here[n & 31];
}

static void read_null(void *arg)
{
    *(volatile int *)arg = 1;
}

/* In an interrupt, at once. */
C_NATIVE_FN()
void interrupt(void)
{
    vos_irq_post(read_null, NULL);
}
