/* SPDX-License-Identifier: MIT */
/*
 * stellaris.h -- registers and interrupts of the LM3S6965. Source: its data sheet,
 * DS-LM3S6965: chapters 5 (system control), 8 (GPIO), 9 (timers), 10 (watchdog), 11
 * (ADC), 12 (UART), 13 (SSI), 14 (I2C); table 2-9 (interrupts).
 */
#ifndef STELLARIS_STELLARIS_H
#define STELLARIS_STELLARIS_H

#include <stdint.h>

#define REG(address) (*(volatile uint32_t *)(address))

/* System control. A peripheral's clock must run before its registers are touched. */
#define SYSCTL_DID0 REG(0x400FE000)
#define SYSCTL_DID1 REG(0x400FE004)
#define SYSCTL_RESC REG(0x400FE05C)
#define SYSCTL_RCGC0 REG(0x400FE100)
#define SYSCTL_RCGC1 REG(0x400FE104)
#define SYSCTL_RCGC2 REG(0x400FE108)
enum { RESC_WDT = 1 << 3 };
enum { RCGC0_WDT = 1 << 3, RCGC0_ADC = 1 << 16 };
enum { RCGC1_UART0 = 1, RCGC1_SSI0 = 1 << 4, RCGC1_I2C0 = 1 << 12 };
enum { RCGC1_TIMER0 = 1 << 16 };

enum {
    IRQ_GPIOA = 0,
    IRQ_UART0 = 5,
    IRQ_UART1 = 6,
    IRQ_SSI0 = 7,
    IRQ_I2C0 = 8,
    IRQ_ADC0 = 14,
    IRQ_WATCHDOG = 18,
    IRQ_TIMER0A = 19,
    IRQ_GPIOF = 30,
    IRQ_GPIOG = 31,
    IRQ_UART2 = 33,
    IRQ_TIMER3A = 35,
};

#endif
