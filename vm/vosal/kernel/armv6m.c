/* SPDX-License-Identifier: MIT */
/*
 * armv6m.c -- what a Cortex-M0 does its own way: switching with the low registers only,
 * and atomic operations, which it has no instructions for. It has no memory protection
 * and does not tell why it faults.
 */
#include "chip.h"
#include "chipport.h"
#include "cortexm.h"

#define RESTORE                                                                        \
    "pop {r2-r5}\n"                                                                    \
    "mov r8, r2\n"                                                                     \
    "mov r9, r3\n"                                                                     \
    "mov r10, r4\n"                                                                    \
    "mov r11, r5\n"                                                                    \
    "pop {r4-r7, pc}\n"

__attribute__((naked)) void cpu_swap(char **from, char *to)
{
    (void)from;
    (void)to;
    __asm__ volatile("push {r4-r7, lr}\n"
                     "mov r4, r8\n"
                     "mov r5, r9\n"
                     "mov r6, r10\n"
                     "mov r7, r11\n"
                     "push {r4-r7}\n"
                     "mov r2, sp\n"
                     "str r2, [r0]\n"
                     "mov sp, r1\n" RESTORE);
}

__attribute__((naked)) void cpu_go(char *to)
{
    (void)to;
    __asm__ volatile("mov sp, r0\n" RESTORE);
}

/* Drops the frame of preempted(); above it is the return code for the first one. A kernel
 * of the user's has its own. */
__attribute__((naked, weak)) void SVC_Handler(void)
{
    __asm__ volatile("mrs r0, psp\n"
                     "ldr r3, [r0, #32]\n"
                     "adds r0, #40\n"
                     "msr psp, r0\n"
                     "bx r3\n");
}

void cpu_guard(const char *guard)
{
    (void)guard;
}

void cpu_start(void)
{
}

cause_t cortexm_cause(void)
{
    return (cause_t){.what = "hard fault"};
}

/* ---- what the compiler calls ---- */

/* Division by zero of int, of long long. */
static void divided(void *by)
{
    chip_fault(&(chip_fault_t){.what = "division by zero",
                               .pc = (uintptr_t)by,
                               .sp = (uintptr_t)__builtin_frame_address(0)});
}

int __aeabi_idiv0(int result);
long long __aeabi_ldiv0(long long result);

int __aeabi_idiv0(int result)
{
    divided(__builtin_return_address(0));
    return result;
}

long long __aeabi_ldiv0(long long result)
{
    divided(__builtin_return_address(0));
    return result;
}

/* `unsigned` is the compiler's word for them, uint32_t another. */
#define ATOMIC(name, result, change)                                                   \
    unsigned name(volatile void *word, unsigned value, int order);                     \
    unsigned name(volatile void *word, unsigned value, int order)                      \
    {                                                                                  \
        volatile unsigned *p = word;                                                   \
        bool on = cpu_irq_save();                                                      \
        unsigned before = *p, after = change;                                          \
        (void)order;                                                                   \
        *p = after;                                                                    \
        cpu_irq_restore(on);                                                           \
        return result;                                                                 \
    }
ATOMIC(__atomic_exchange_4, before, value)
ATOMIC(__atomic_fetch_or_4, before, before | value)
ATOMIC(__atomic_fetch_and_4, before, before &value)
ATOMIC(__atomic_fetch_add_4, before, before + value)
ATOMIC(__atomic_fetch_sub_4, before, before - value)

/* Another name for C: the compiler takes this one to have one more argument. */
bool atomic_compare_exchange(volatile void *word, void *expected, unsigned value,
                             int order, int order_failed)
    __asm__("__atomic_compare_exchange_4");

bool atomic_compare_exchange(volatile void *word, void *expected, unsigned value,
                             int order, int order_failed)
{
    volatile unsigned *p = word;
    unsigned *want = expected;
    bool on = cpu_irq_save();
    unsigned before = *p;
    bool equal = before == *want;
    (void)order;
    (void)order_failed;
    if (equal) {
        *p = value;
    } else {
        *want = before;
    }
    cpu_irq_restore(on);
    return equal;
}
