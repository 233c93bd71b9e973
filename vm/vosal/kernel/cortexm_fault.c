/* SPDX-License-Identifier: MIT */
/* cortexm_fault.c -- faults of a Cortex-M, whatever kernel runs. */
#include "chip.h"
#include "chipport.h"
#include "cortexm.h"

/* What the handler keeps before it uses a stack: r4 … r11, the return code, whether
 * there is a frame, the frame: r0 … r3, r12, lr, pc, psr. */
enum { FRAME = 8, HIGH = 8, REGISTERS = 17 }; /* r0 … r12, sp, lr, pc, psr */
__attribute__((used)) static struct {
    uint32_t high[HIGH];
    uint32_t *at; /* the frame's place: the stack pointer of who faulted */
    uint32_t is_frame;
    uint32_t frame[FRAME];
} seen;

/* An overflow can leave nothing to tell where it was. Then whoever called last did it.
 */
static uint32_t find_caller(const uint32_t *sp)
{
    for (; (char *)sp >= __isr_stack_start && (char *)sp < __heap_end; sp++) {
        if (chip_is_return(*sp)) {
            return *sp;
        }
    }
    return 0;
}

__attribute__((used, noreturn)) static void report(void)
{
    static uint32_t all[REGISTERS];
    cause_t cause = cortexm_cause();
    bool stacked = seen.is_frame && !cause.frame_lost;
    for (int i = 0; i < FRAME && stacked; i++) {
        static const uint8_t place[FRAME] = {0, 1, 2, 3, 12, 14, 15, 16};
        all[place[i]] = seen.frame[i];
    }
    for (int i = 0; i < HIGH; i++) {
        all[4 + i] = seen.high[i];
    }
    all[13] = (uint32_t)(uintptr_t)(seen.at + (stacked ? FRAME : 0));
    if (!stacked) {
        all[15] = find_caller(seen.at);
    }
    chip_fault(&(chip_fault_t){.what = chip_name_fault(cause.what, (uintptr_t)seen.at),
                               .pc = all[15],
                               .sp = all[13],
                               .link = all[14],
                               .has_address = cause.has_address,
                               .address = cause.address,
                               .registers = (const uintptr_t *)all,
                               .nregisters = REGISTERS});
}

/*
 * Nothing is pushed before everything is kept: the frame of an overflow may lie on the
 * stack of interrupts. A frame that is not in RAM is not read. When less than 256 bytes
 * are left for the report it starts at the top.
 */
__attribute__((naked)) void HardFault_Handler(void)
{
    __asm__ volatile("cpsid i\n"
                     "ldr r1, =seen\n"
                     "stmia r1!, {r4-r7}\n"
                     "mov r4, r8\n"
                     "mov r5, r9\n"
                     "mov r6, r10\n"
                     "mov r7, r11\n"
                     "stmia r1!, {r4-r7}\n"
                     "mrs r0, msp\n"
                     "mov r2, lr\n"
                     "movs r3, #4\n"
                     "tst r2, r3\n"
                     "beq 1f\n"
                     "mrs r0, psp\n"
                     "1: movs r2, #0\n"
                     "ldr r3, =__isr_stack_start\n"
                     "cmp r0, r3\n"
                     "blo 2f\n"
                     "ldr r3, =__heap_end - 32\n"
                     "cmp r0, r3\n"
                     "bhi 2f\n"
                     "movs r2, #1\n"
                     "2: stmia r1!, {r0, r2}\n"
                     "cmp r2, #0\n"
                     "beq 3f\n"
                     "ldmia r0!, {r4-r7}\n"
                     "stmia r1!, {r4-r7}\n"
                     "ldmia r0!, {r4-r7}\n"
                     "stmia r1!, {r4-r7}\n"
                     "3: mrs r0, msp\n"
                     "ldr r1, =__isr_stack_start + 256\n"
                     "cmp r0, r1\n"
                     "bhs 4f\n"
                     "ldr r0, =__isr_stack_end\n"
                     "msr msp, r0\n"
                     "4: bl report\n"
                     ".ltorg");
}
