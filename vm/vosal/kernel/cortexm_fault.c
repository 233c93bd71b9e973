/* SPDX-License-Identifier: MIT */
/* cortexm_fault.c -- faults of a Cortex-M, whatever kernel runs. */
#include "chip.h"
#include "chipport.h"
#include "cortexm.h"

enum { FRAME = 8, HIGH = 8, REGISTERS = 17 }; /* r0 … r12, sp, lr, pc, psr */

static bool in_ram(const uint32_t *frame)
{
    return (char *)frame >= __isr_stack_start && (char *)(frame + FRAME) <= __heap_end;
}

__attribute__((used, noreturn)) static void report(uint32_t *frame, uint32_t *high)
{
    static uint32_t all[REGISTERS];
    cause_t cause = cortexm_cause();
    bool stacked = in_ram(frame);
    for (int i = 0; i < FRAME && stacked; i++) {
        static const uint8_t place[FRAME] = {0, 1, 2, 3, 12, 14, 15, 16};
        all[place[i]] = frame[i];
    }
    for (int i = 0; i < HIGH; i++) {
        all[4 + i] = high[i];
    }
    all[13] = (uint32_t)(uintptr_t)(frame + FRAME);
    chip_fault(&(chip_fault_t){.what = chip_name_fault(cause.what, (uintptr_t)frame),
                               .pc = all[15],
                               .sp = all[13],
                               .link = all[14],
                               .has_address = cause.has_address,
                               .address = cause.address,
                               .registers = (const uintptr_t *)all,
                               .nregisters = REGISTERS});
}

/* r4 … r11 in order behind one another; r0: the frame of who faulted. */
__attribute__((naked)) void HardFault_Handler(void)
{
    __asm__ volatile("cpsid i\n"
                     "mov r1, lr\n"
                     "mrs r0, msp\n"
                     "movs r2, #4\n"
                     "tst r1, r2\n"
                     "beq 1f\n"
                     "mrs r0, psp\n"
                     "1: sub sp, #16\n"
                     "mov r1, sp\n"
                     "mov r2, r8\n str r2, [r1]\n"
                     "mov r2, r9\n str r2, [r1, #4]\n"
                     "mov r2, r10\n str r2, [r1, #8]\n"
                     "mov r2, r11\n str r2, [r1, #12]\n"
                     "push {r4-r7}\n"
                     "mov r1, sp\n"
                     "bl report\n");
}
