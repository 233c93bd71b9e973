/* SPDX-License-Identifier: MIT */
/*
 * rv32.h -- control registers of a RISC-V in machine mode, and its two interrupt
 * controllers at their usual place. Sources: RISC-V Privileged Architecture 1.12
 * (chapter 3), RISC-V PLIC Specification 1.0, SiFive E31 Core Complex Manual (CLINT).
 */
#ifndef KERNEL_RV32_H
#define KERNEL_RV32_H

#include <stdbool.h>
#include <stdint.h>

#define REG(address) (*(volatile uint32_t *)(address))

#define CSR_READ(name)                                                                 \
    ({                                                                                 \
        uint32_t csr_;                                                                 \
        __asm__ volatile("csrr %0, " #name : "=r"(csr_)::"memory");                    \
        csr_;                                                                          \
    })
#define CSR_WRITE(name, value)                                                         \
    __asm__ volatile("csrw " #name ", %0" ::"r"(value) : "memory")
/* Clears bits, which fit 5 bits, and says what was there. */
#define CSR_TAKE(name, bits)                                                           \
    ({                                                                                 \
        uint32_t csr_;                                                                 \
        __asm__ volatile("csrrci %0, " #name ", %1"                                    \
                         : "=r"(csr_)                                                  \
                         : "i"(bits)                                                   \
                         : "memory");                                                  \
        csr_;                                                                          \
    })
#define CSR_SET(name, bits)                                                            \
    __asm__ volatile("csrsi " #name ", %0" ::"i"(bits) : "memory")

enum { MSTATUS_MIE = 1 << 3 };
/* Bits of mie, and the causes of interrupts. */
enum { SOFTWARE = 3, TIMER = 7, EXTERNAL = 11 };

/* Of the first hart, in machine mode. */
#define CLINT_MSIP REG(0x02000000)
#define CLINT_MTIMECMP_LOW REG(0x02004000)
#define CLINT_MTIMECMP_HIGH REG(0x02004004)
#define CLINT_MTIME_LOW REG(0x0200BFF8)
#define CLINT_MTIME_HIGH REG(0x0200BFFC)

#define PLIC_PRIORITY(irq) REG(0x0C000000 + 4 * (irq))
#define PLIC_ENABLE(word) REG(0x0C002000 + 4 * (word))
#define PLIC_THRESHOLD REG(0x0C200000)
/* Reading claims the best pending interrupt, 0: none; writing completes it. */
#define PLIC_CLAIM REG(0x0C200004)

/* Where mtvec points to. */
void vos_trap(void);
/* Serves an interrupt; `cause` as mcause has it. In an isr that has not begun. */
void rv32_serve(uint32_t cause);
/* All external interrupts are off from here on. */
void rv32_irq_start(void);
/* Forbids the memory that nobody may touch. */
void rv32_protect(void);
/* Is `address` in what it forbids, or in code? */
bool rv32_is_forbidden(uintptr_t address);
/* `sp`, or where it left what may be read. */
uintptr_t rv32_readable(uintptr_t sp);

#endif
