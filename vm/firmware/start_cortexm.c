/* SPDX-License-Identifier: MIT */
/*
 * start_cortexm.c -- the reset of a Cortex-M: vectors, stacks.
 *
 * `main` runs on the process stack, so that the main one is that of interrupts alone.
 * The handlers with CMSIS's names are the kernel's (VOSAL); vos_isr is that of all
 * external interrupts, of which vosInstallHandler chooses the handler.
 */
#include "chipport.h"

void Reset_Handler(void);
void HardFault_Handler(void);
void NMI_Handler(void);
void SVC_Handler(void);
void PendSV_Handler(void);
void SysTick_Handler(void);
void vos_isr(void);

/* Enables the FPU where there is one: CP10 and CP11 of CPACR. */
__attribute__((naked, noreturn)) void Reset_Handler(void)
{
    __asm__ volatile("cpsid i\n"
#ifdef __ARM_FP
                     "ldr r0, =0xE000ED88\n"
                     "ldr r1, [r0]\n"
                     "orr r1, r1, #0xF00000\n"
                     "str r1, [r0]\n"
                     "dsb\n"
                     "isb\n"
#endif
                     "ldr r0, =__main_stack_end\n"
                     "msr psp, r0\n"
                     "movs r0, #2\n"
                     "msr control, r0\n"
                     "isb\n"
                     "cpsie i\n"
                     "bl firmware_begin\n"
                     ".ltorg");
}

/* The interrupt that cannot be kept off is a fault where no VHAL has a use for it. */
__attribute__((weak, naked)) void NMI_Handler(void)
{
    __asm__ volatile("ldr r0, =HardFault_Handler\n bx r0\n .ltorg");
}

typedef void (*vector_t)(void);
enum { SYSTEM = 16 };

__attribute__((section(".vectors"), used))
const vector_t zvm_vectors[SYSTEM + CHIP_IRQS] = {
    [0] = (vector_t)(uintptr_t)__isr_stack_end,
    [1] = Reset_Handler,
    [2] = NMI_Handler,
    [3] = HardFault_Handler,
    [4] = HardFault_Handler,
    [5] = HardFault_Handler,
    [6] = HardFault_Handler,
    [11] = SVC_Handler,
    [14] = PendSV_Handler,
    [15] = SysTick_Handler,
    [SYSTEM... SYSTEM + CHIP_IRQS - 1] = vos_isr,
};

extern char __text_start[], __text_end[];

/* Behind a bl (two halfwords) or a blx of a register, in Thumb code. */
bool chip_is_return(uintptr_t word)
{
    const uint16_t *at = (const uint16_t *)(word - 1);
    if (!(word & 1) || word < (uintptr_t)__text_start + 4 ||
        word > (uintptr_t)__text_end) {
        return false;
    }
    bool bl = (at[-2] & 0xF800) == 0xF000 && (at[-1] & 0xD000) == 0xD000;
    return bl || (at[-1] & 0xFF87) == 0x4780;
}
