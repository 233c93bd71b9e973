/* SPDX-License-Identifier: MIT */
/*
 * start_cortexm.c -- from reset to main on a Cortex-M: vectors, memory, stacks.
 *
 * `main` runs on the process stack, so that the main one is that of interrupts alone.
 * The handlers with CMSIS's names are the kernel's (VOSAL); vos_isr is that of all
 * external interrupts, of which vosInstallHandler chooses the handler.
 */
#include "chipport.h"
#include <picotls.h>
#include <string.h>

/* Made by the linker script: .data and where its first values are, .bss. */
extern char __data_start[], __data_end[], __data_source[];
extern char __bss_start[], __bss_end[];
/* The C library's errno. */
extern char __tls_base[];

int main(void);
void Reset_Handler(void);
void HardFault_Handler(void);
void SVC_Handler(void);
void PendSV_Handler(void);
void SysTick_Handler(void);
void vos_isr(void);

__attribute__((used, noreturn)) static void begin(void)
{
    memcpy(__data_start, __data_source, (size_t)(__data_end - __data_start));
    memset(__bss_start, 0, (size_t)(__bss_end - __bss_start));
    _set_tls(__tls_base);
    chip_begin();
    chip_end(main());
}

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
                     "bl begin\n"
                     ".ltorg");
}

typedef void (*vector_t)(void);
enum { SYSTEM = 16 };

__attribute__((section(".vectors"), used))
const vector_t zvm_vectors[SYSTEM + CHIP_IRQS] = {
    [0] = (vector_t)(uintptr_t)__isr_stack_end,
    [1] = Reset_Handler,
    [2] = HardFault_Handler,
    [3] = HardFault_Handler,
    [4] = HardFault_Handler,
    [5] = HardFault_Handler,
    [6] = HardFault_Handler,
    [11] = SVC_Handler,
    [14] = PendSV_Handler,
    [15] = SysTick_Handler,
    [SYSTEM... SYSTEM + CHIP_IRQS - 1] = vos_isr,
};
