/* SPDX-License-Identifier: MIT */
/* clock_clint.c -- a RISC-V's machine timer as a clock: 64 bits that count up, and a
 * value to compare with. */
#include "chip.h"
#include "rv32.h"

/* The upper half must not have changed while the lower was read. */
uint64_t clock_cycles(void)
{
    uint32_t high, low;
    do {
        high = CLINT_MTIME_HIGH;
        low = CLINT_MTIME_LOW;
    } while (high != CLINT_MTIME_HIGH);
    return (uint64_t)high << 32 | low;
}

/* No value in between is earlier than the last or the new one. */
static void compare_with(uint64_t at)
{
    CLINT_MTIMECMP_HIGH = UINT32_MAX;
    CLINT_MTIMECMP_LOW = (uint32_t)at;
    CLINT_MTIMECMP_HIGH = (uint32_t)(at >> 32);
}

void clock_alarm_in(uint32_t cycles)
{
    compare_with(clock_cycles() + cycles);
}

/* Not the end of time: an emulator whose CPU waits for nothing else goes there. */
static void no_alarm(void)
{
    clock_alarm_in(UINT32_MAX);
}

void clock_interrupt(void)
{
    no_alarm();
    kernel_clock();
}

uint32_t *clock_ticks(void)
{
    return (uint32_t *)(uintptr_t)&CLINT_MTIME_LOW;
}

/* The kernel's time starts where the chip's is. */
void clock_start(void)
{
    no_alarm();
}
