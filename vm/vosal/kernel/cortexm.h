/* SPDX-License-Identifier: MIT */
/*
 * cortexm.h -- registers of the ARMv6-M and ARMv7-M system control space that the port
 * uses. Source: ARMv6-M (DDI 0419) and ARMv7-M (DDI 0403) Architecture Reference
 * Manuals, chapter B3.
 */
#ifndef KERNEL_CORTEXM_H
#define KERNEL_CORTEXM_H

#include <stdbool.h>
#include <stdint.h>

#define REG(address) (*(volatile uint32_t *)(address))

#define SYST_CSR REG(0xE000E010)
#define SYST_RVR REG(0xE000E014)
#define SYST_CVR REG(0xE000E018)
enum { SYST_ENABLE = 1, SYST_TICKINT = 2, SYST_CLKSOURCE = 4 };

#define NVIC_ISER(n) REG(0xE000E100 + 4 * (n))
#define NVIC_ICER(n) REG(0xE000E180 + 4 * (n))
#define NVIC_ISPR(n) REG(0xE000E200 + 4 * (n))
#define NVIC_IPR(n) REG(0xE000E400 + 4 * (n)) /* four priorities each */
#define SCB_SHPR3 REG(0xE000ED20) /* the SysTick's priority is its top byte */

#define SCB_ICSR REG(0xE000ED04)
enum { ICSR_PENDSTSET = 1 << 26, ICSR_PENDSVSET = 1 << 28 };
#define SCB_AIRCR REG(0xE000ED0C)
#define AIRCR_SYSRESETREQ 0x05FA0004u
#define SCB_CCR REG(0xE000ED14)
enum { CCR_DIV_0_TRP = 1 << 4, CCR_STKALIGN = 1 << 9 };
#define SCB_SHCSR REG(0xE000ED24)
#define SCB_CFSR REG(0xE000ED28)
#define SCB_MMFAR REG(0xE000ED34)
#define SCB_BFAR REG(0xE000ED38)
#define SCB_CPACR REG(0xE000ED88)

#define MPU_TYPE REG(0xE000ED90)
#define MPU_CTRL REG(0xE000ED94)
#define MPU_RBAR REG(0xE000ED9C)
#define MPU_RASR REG(0xE000EDA0)

#define DWT_CTRL REG(0xE0001000)
#define DWT_CYCCNT REG(0xE0001004)
#define SCB_DEMCR REG(0xE000EDFC)

/* What a fault says of itself, for armv6m.c and armv7m.c to fill in. */
typedef struct cause {
    const char *what;
    bool has_address;
    bool frame_lost; /* the CPU could not write its frame */
    uint32_t address;
} cause_t;
cause_t cortexm_cause(void);

/* Entries of the vector table: the kernel's, and that of all external interrupts. */
void HardFault_Handler(void);
void SVC_Handler(void);
void PendSV_Handler(void);
void SysTick_Handler(void);
void vos_isr(void);

#endif
