/* SPDX-License-Identifier: MIT */
/*
 * armv7m.c -- what a Cortex-M3, M4 or M7 does its own way: switching with a lazily
 * saved FPU, causes of faults.
 */
#include "chip.h"
#include "chipport.h"
#include "cortexm.h"

/* ---- switching ---- */

/*
 * With an FPU: a thread has live registers there if it has used them since it was last
 * without (CONTROL.FPCA). An interrupt clears that when it lets another thread run,
 * which is why preempted() of cortexm.c sets it again. A word tells whether s16 … s31
 * were saved; a thread without must find FPCA 0, so that its interrupts have short
 * frames. (Branches, not conditional instructions: QEMU 7.2 forgets to set FPCA when
 * an earlier one of the same block was skipped.)
 */
#ifdef __ARM_FP
#define SAVE_FPU                                                                       \
    "mrs r2, control\n"                                                                \
    "ands r2, r2, #4\n"                                                                \
    "beq 2f\n"                                                                         \
    "vpush {s16-s31}\n"                                                                \
    "2: push {r2, r3}\n"
#define RESTORE_FPU                                                                    \
    "pop {r2, r3}\n"                                                                   \
    "cbz r2, 3f\n"                                                                     \
    "vpop {s16-s31}\n"                                                                 \
    "b 1f\n"                                                                           \
    "3: mrs r2, control\n"                                                             \
    "bic r2, r2, #4\n"                                                                 \
    "msr control, r2\n"                                                                \
    "isb\n"                                                                            \
    "1:\n"
#else
#define SAVE_FPU
#define RESTORE_FPU
#endif

__attribute__((naked)) void cpu_swap(char **from, char *to)
{
    (void)from;
    (void)to;
    __asm__ volatile("push {r4-r11, lr}\n" SAVE_FPU "str sp, [r0]\n"
                     "mov sp, r1\n" RESTORE_FPU "pop {r4-r11, pc}\n");
}

__attribute__((naked)) void cpu_go(char *to)
{
    (void)to;
    __asm__ volatile("mov sp, r0\n" RESTORE_FPU "pop {r4-r11, pc}\n");
}

/* Drops the frame of preempted(), above it is the return code for the first one. A
 * frame with room for the FPU must not be written to later. A kernel of the user's has
 * its own. */
__attribute__((naked, weak)) void SVC_Handler(void)
{
    __asm__ volatile("mrs r0, psp\n"
#ifdef __ARM_FP
                     "tst lr, #0x10\n"
                     "itt eq\n"
                     "addeq r0, #72\n"
                     "beq 1f\n"
                     "2:"
#endif
                     "ldr r3, [r0, #32]\n"
                     "adds r0, #40\n"
                     "msr psp, r0\n"
                     "bx r3\n"
#ifdef __ARM_FP
                     "1: ldr r1, =0xE000EF34\n"
                     "ldr r2, [r1]\n"
                     "bic r2, r2, #1\n"
                     "str r2, [r1]\n"
                     "b 2b\n"
                     ".ltorg"
#endif
    );
}

/* ---- causes ---- */

/* MSTKERR, STKERR: the registers could not be written to the stack. */
#define FRAME_LOST (1u << 4 | 1u << 12)

cause_t cortexm_cause(void)
{
    static const struct {
        uint32_t bits;
        const char *what;
    } causes[] = {
        {1u << 25, "division by zero"},
        {1u << 24, "unaligned access"},
        {0xFu << 16, "invalid instruction"},
        {0x1u << 8, "bus fault"},
        {0x3Eu << 8, "bus fault"},
        {0x01u, "no code there"},
        {0x3Eu, "memory fault"},
    };
    uint32_t cfsr = SCB_CFSR;
    cause_t cause = {.what = "hard fault", .frame_lost = (cfsr & FRAME_LOST) != 0};
    for (size_t i = 0; i < sizeof causes / sizeof *causes; i++) {
        if (cfsr & causes[i].bits) {
            cause.what = causes[i].what;
            break;
        }
    }
    cause.has_address = (cfsr & (1u << 15 | 1u << 7)) != 0;
    cause.address = cfsr & 1u << 7 ? SCB_MMFAR : SCB_BFAR;
    return cause;
}
