/* SPDX-License-Identifier: MIT */
/*
 * chip.c -- the VOSAL suite on a chip, alone, without the VM: its console is the
 * board's line by polling, its memory all that is left.
 *
 * A system that is to be stopped starts again by a reset of the chip, with a word in
 * memory that a reset leaves as it is; the reset after that goes back to where it was
 * asked for, over the same tests, silently.
 */
#include "port.h"
#include "chipport.h"
#include "vosal.h"
#include <string.h>

enum { ALIVE = 0x57A97ED0, WORD = 16, STOPS = 4 };

/* Lowest on the stack of interrupts, which none of them reaches. */
typedef struct past {
    uint32_t alive;
    uint32_t asked;         /* how often port_stops has been answered */
    uint32_t answer[STOPS]; /* 1: it stopped */
    char word[WORD];        /* what runs now; "" the tests */
} past_t;
#define PAST ((past_t *)(void *)__isr_stack_start)

static uint32_t asked;
static char word[WORD];

void tap_put(const char *text)
{
    if (asked < PAST->asked || word[0]) {
        return; /* has been said before the reset */
    }
    while (*text) {
        chip_put(*text++);
    }
}

/* What was asked is answered: again, from the beginning. */
__attribute__((noreturn)) static void answer(uint32_t stopped)
{
    PAST->answer[PAST->asked++] = stopped;
    PAST->word[0] = 0;
    vosSysReset();
    __builtin_unreachable();
}

void chip_fault(const chip_fault_t *fault)
{
    if (word[0]) {
        answer(1);
    }
    asked = PAST->asked;
    tap_put("\nnot ok - ");
    tap_put(fault->what);
    tap_put("\n");
    chip_end(1);
}

void port_begin(int *argc, char **argv)
{
    (void)argc;
    (void)argv;
    vosInit(NULL);
}

bool port_time_is_exact(void)
{
    return false;
}

#ifndef VOSAL_FOREIGN
#define VOSAL_FOREIGN 0 /* 1 on a kernel of the user's, whose start calls vos_main */
#endif

bool port_keeps_turns(void)
{
    return !VOSAL_FOREIGN;
}

/* A switch of threads with all that a deadline asks for takes some 500 instructions; a
 * foreign kernel has ticks, and the longest that are in use take 10 ms. */
uint32_t port_time_slack(void)
{
    return VOSAL_FOREIGN ? 25000 : 150;
}

bool port_ticks_run(void)
{
    const volatile uint32_t *ticks = vosTicks();
    uint32_t first = *ticks;
    for (volatile int i = 0; i < 1000; i++) {
    }
    return *ticks != first;
}

void port_compute(uint32_t us)
{
    uint32_t start = *vosTicks(), ticks = time_to_ticks(TIME_U(us, MICROS));
    while (*vosTicks() - start < ticks) {
    }
}

bool port_raise(void)
{
    vos_irq_enable(PORT_IRQ, true);
    return vos_irq_raise(PORT_IRQ);
}

/* A foreign kernel does if it has the MPU of a Cortex-M. */
bool port_guards_stacks(void)
{
    return !VOSAL_FOREIGN || (*(volatile uint32_t *)0xE000ED94 & 1);
}

int port_stops(const char *what)
{
    if (asked < PAST->asked) {
        return (int)PAST->answer[asked++];
    }
    strncpy(PAST->word, what, WORD - 1);
    vosSysReset();
    return -1;
}

/* The topic's main is renamed: nobody gives a chip's program arguments. */
#undef main
#if VOSAL_FOREIGN
#define main vos_main
#endif
int main(void);

int main(void)
{
    char *argv[] = {"suite", word, NULL};
    if (PAST->alive != ALIVE) {
        memset(PAST, 0, sizeof *PAST);
        PAST->alive = ALIVE;
    }
    memcpy(word, PAST->word, WORD);
    int status = vosal_main(word[0] ? 2 : 1, argv);
    if (word[0]) {
        answer(0);
    }
    return status;
}
