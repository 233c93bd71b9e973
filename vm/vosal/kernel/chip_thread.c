/* SPDX-License-Identifier: MIT */
/*
 * chip_thread.c -- stacks of threads on a chip.
 *
 * A stack is one block: CHIP_GUARD bytes that nobody may touch, room for an interrupt's
 * frame, then the thread's own.
 */
#include "chip.h"
#include "chipport.h"

/* Of a guard: an MPU sets apart what is aligned to its length. */
#define ALIGN ((uintptr_t)(CHIP_GUARD < 8 ? 8 : CHIP_GUARD))
#define CANARY 0x57AC4B07u
#ifndef CHIP_NEAR
#define CHIP_NEAR 4096u /* a function whose frame is larger may jump over the guard */
#endif

static uint32_t *guard_of(const kthread_t *t)
{
    return (uint32_t *)(void *)(t->stack_low - CHIP_FRAME - CHIP_GUARD);
}

/* The top word of the guard is the first that an overflow changes. */
static uint32_t *canary_of(const kthread_t *t)
{
    return guard_of(t) + CHIP_GUARD / sizeof(uint32_t) - 1;
}

static char *aligned(char *p)
{
    return (char *)(((uintptr_t)p + ALIGN - 1) & ~(ALIGN - 1));
}

void port_start(kthread_t *main)
{
    main->stack_low = aligned(__main_stack_start) + CHIP_GUARD + CHIP_FRAME;
    main->stack_high = __main_stack_end;
    *canary_of(main) = CANARY;
    cpu_start();
    cpu_guard((char *)guard_of(main));
    clock_start();
}

bool port_thread_new(kthread_t *t, size_t stack_size)
{
    size_t size = (CHIP_GUARD + CHIP_FRAME + stack_size + 7) & ~(size_t)7;
    size += ALIGN; /* 8 of them to end at a multiple of 16 */
    char *block = vos_alloc(size);
    if (!block) {
        return false;
    }
    t->port = block;
    t->stack_low = aligned(block) + CHIP_GUARD + CHIP_FRAME;
    t->stack_high = (char *)((uintptr_t)(block + size) & ~(uintptr_t)15);
    t->sp = cpu_first_frame(t, t->stack_high);
    *canary_of(t) = CANARY;
    return true;
}

void port_thread_free(void *port)
{
    vos_free(port);
}

/* ---- switching ---- */

/* A CPU without a unit that watches the guard finds out when the thread is switched. */
static void check_stack(const kthread_t *t)
{
    if (!CHIP_GUARD_FAULTS && *canary_of(t) != CANARY) {
        chip_fault(&(chip_fault_t){.what = "stack overflow",
                                   .sp = (uintptr_t)__builtin_frame_address(0)});
    }
}

void port_switch_to(kthread_t *from, kthread_t *to)
{
    check_stack(from);
    cpu_guard((char *)guard_of(to));
    cpu_swap(&from->sp, to->sp);
}

void port_exit(kthread_t *to)
{
    cpu_guard((char *)guard_of(to));
    cpu_go(to->sp);
}

const char *chip_name_fault(const char *what, uintptr_t sp)
{
    const kthread_t *t = kernel.current;
    bool over =
        sp < (uintptr_t)t->stack_low && sp >= (uintptr_t)guard_of(t) - CHIP_NEAR;
    return over && !kernel.in_isr ? "stack overflow" : what;
}
