/* SPDX-License-Identifier: MIT */
/*
 * clock_nrf51.c -- TIMER0 of an nRF51 as a clock; the chip has no SysTick. Source: nRF51
 * Series Reference Manual 3.0, chapter 18.
 *
 * It counts 32 bits of 16 MHz and never stops. What it shows is read by capturing it
 * into CC[1]; CC[0] is the alarm. It is read at least once a round, since an alarm is
 * never further away than half of one.
 */
#include "chip.h"

#define REG(offset) (*(volatile uint32_t *)(0x40008000u + (offset)))
#define TASK_START REG(0x000)
#define TASK_CAPTURE1 REG(0x044)
#define EVENT_COMPARE0 REG(0x140)
#define INTENSET REG(0x304)
#define BITMODE REG(0x508)
#define PRESCALER REG(0x510)
#define CC0 REG(0x540)
#define CC1 REG(0x544)
enum { BITMODE_32 = 3, INT_COMPARE0 = 1 << 16, TIMER0_IRQ = 8 };

#define FARTHEST (UINT32_MAX / 2)
#define LEAST 64u /* cycles: long enough to be set up */

static uint64_t now; /* when it was last read */
static uint32_t ticks;

/* Interrupts are off. */
static uint64_t read_counter(void)
{
    TASK_CAPTURE1 = 1;
    now += (uint32_t)(CC1 - (uint32_t)now);
    return now;
}

void clock_alarm_in(uint32_t cycles)
{
    cycles = cycles < LEAST ? LEAST : cycles < FARTHEST ? cycles : FARTHEST;
    uint32_t at = (uint32_t)read_counter() + cycles;
    EVENT_COMPARE0 = 0;
    CC0 = at;
    if ((int32_t)(at - (uint32_t)read_counter()) <= 0) {
        cpu_irq_raise(TIMER0_IRQ);
    }
}

void clock_interrupt(void)
{
    EVENT_COMPARE0 = 0;
    read_counter();
    kernel_clock();
}

uint64_t clock_cycles(void)
{
    bool on = cpu_irq_save();
    uint64_t cycles = read_counter();
    cpu_irq_restore(on);
    return cycles;
}

uint32_t *clock_ticks(void)
{
    ticks = (uint32_t)clock_cycles();
    return &ticks;
}

void clock_start(void)
{
    BITMODE = BITMODE_32;
    PRESCALER = 0;
    INTENSET = INT_COMPARE0;
    vosInstallHandler(TIMER0_IRQ, clock_interrupt);
    cpu_irq_enable(TIMER0_IRQ, true);
    TASK_START = 1;
    clock_alarm_in(FARTHEST);
}
