/* SPDX-License-Identifier: MIT */
/* chip.c -- a foreign kernel on a chip: our start-up, vectors and fault reports around
 * it. */
#include "chip.h"
#include "chipport.h"
#include "foreign.h"
#include "start.h"

enum { START = 1024 }; /* bytes of main's stack that are in use until the kernel runs */

/* The first thread's stack is where main's was. */
void machine_bounds(kthread_t *t)
{
    if (t == &kernel_main) {
        t->stack_low = __main_stack_start;
        t->stack_high = __main_stack_end;
    }
}

void machine_run_posted(void)
{
    chip_run_posted();
}

/* Whoever gives up the lock runs what has been posted. */
void cpu_raise_posted(void)
{
    if (kernel.depth == 0) {
        kernel_lock();
        kernel_unlock();
    }
}

const char *chip_name_fault(const char *what, uintptr_t sp)
{
    const kthread_t *t = kernel.current;
    return !kernel.in_isr && t->stack_low && sp < (uintptr_t)t->stack_low &&
                   sp + 4096 > (uintptr_t)t->stack_low
               ? "stack overflow"
               : what;
}

/* ---- start and end ---- */

void *machine_main_stack(size_t *size)
{
    *size = (size_t)(__main_stack_end - __main_stack_start) - START;
    return __main_stack_start;
}

void machine_end(int status)
{
    chip_end(status);
}

void machine_halted(const char *why)
{
    chip_fault(
        &(chip_fault_t){.what = why, .sp = (uintptr_t)__builtin_frame_address(0)});
}

void machine_stack_overflow(void)
{
    machine_halted("stack overflow");
}
