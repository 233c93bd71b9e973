/* SPDX-License-Identifier: MIT */
/*
 * irq_cortexm.c -- interrupts of a Cortex-M beside ChibiOS's own, and the SysTick as
 * its tick where its HAL does not look after that.
 */
#include "options.h"
#include "chip.h"
#include "cortexm.h"
#include "foreign.h"

enum { EXTERNAL = 16 };

CH_IRQ_HANDLER(vos_isr)
{
    uint32_t exception;
    CH_IRQ_PROLOGUE();
    __asm__ volatile("mrs %0, ipsr" : "=r"(exception));
    chip_run_handler(exception - EXTERNAL);
    CH_IRQ_EPILOGUE();
}

/* ChibiOS's port has one of these two. */
static void unexpected(void)
{
    for (;;) {
    }
}
__attribute__((weak, alias("unexpected"))) void SVC_Handler(void);
__attribute__((weak, alias("unexpected"))) void PendSV_Handler(void);

#if CH_CFG_ST_TIMEDELTA == 0
void systick_tick(void);

CH_IRQ_HANDLER(systick_tick)
{
    CH_IRQ_PROLOGUE();
    chSysLockFromISR();
    chSysTimerHandlerI();
    chSysUnlockFromISR();
    CH_IRQ_EPILOGUE();
}
__attribute__((weak, alias("systick_tick"))) void SysTick_Handler(void);

static void start_systick(void)
{
    if (!(SYST_CSR & SYST_ENABLE)) {
        SYST_RVR = CLOCK_HZ / CH_CFG_ST_FREQUENCY - 1;
        SYST_CVR = 0;
        SYST_CSR = SYST_ENABLE | SYST_TICKINT | SYST_CLKSOURCE;
    }
}
#else
static void start_systick(void)
{
}
#endif

/* Handlers call ChibiOS, so they must not interrupt its critical sections. */
void machine_begin(void)
{
#if __ARM_ARCH >= 7
    uint32_t prio = CORTEX_PRIO_MASK(CORTEX_MAX_KERNEL_PRIORITY);
    for (uint32_t n = 0; n < (CHIP_IRQS + 3) / 4; n++) {
        NVIC_IPR(n) = prio * 0x01010101u;
    }
    SCB_SHPR3 = (SCB_SHPR3 & 0x00FFFFFFu) | prio << 24;
#endif
    start_systick();
}
