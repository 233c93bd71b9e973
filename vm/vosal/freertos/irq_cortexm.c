/* SPDX-License-Identifier: MIT */
/*
 * irq_cortexm.c -- interrupts of a Cortex-M beside FreeRTOS's own three, whose handlers
 * FreeRTOSConfig.h gives the names of the vector table.
 */
#include "options.h"
#include "chip.h"
#include "cortexm.h"
#include "foreign.h"

#if !defined(vPortSVCHandler) || !defined(xPortPendSVHandler) ||                       \
    !defined(xPortSysTickHandler)
#error                                                                                 \
    "VOSAL needs vPortSVCHandler SVC_Handler, xPortPendSVHandler PendSV_Handler and xPortSysTickHandler SysTick_Handler in FreeRTOSConfig.h"
#endif

enum { EXTERNAL = 16 };

void vos_isr(void)
{
    uint32_t exception;
    __asm__ volatile("mrs %0, ipsr" : "=r"(exception));
    chip_run_handler(exception - EXTERNAL);
}

/* Handlers call FreeRTOS, so they must not interrupt its critical sections. */
void machine_begin(void)
{
#if __ARM_ARCH >= 7
    uint32_t all = (configMAX_SYSCALL_INTERRUPT_PRIORITY)*0x01010101u;
    for (uint32_t n = 0; n < (CHIP_IRQS + 3) / 4; n++) {
        NVIC_IPR(n) = all;
    }
#endif
}
