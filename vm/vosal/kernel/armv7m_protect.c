/* SPDX-License-Identifier: MIT */
/*
 * armv7m_protect.c -- memory protection by the MPU: code is not written, data does not
 * run, addresses where nothing is and the guard of the running thread's stack are for
 * nobody. Chips that let wild accesses pass fault this way, too.
 * Source: ARMv7-M Architecture Reference Manual (DDI 0403), B3.5.
 */
#include "chip.h"
#include "cortexm.h"

/* From sections.ld, or the board's script where it knows better. */
extern char __code[], __code_end[], __ram[], __ram_end[];
extern char __peripherals[], __peripherals_end[];

/* Of regions that overlap, the one with the higher number counts. */
enum { PERIPHERALS, CODE, RAM, ZERO = 6, GUARD = 7 };
enum { RBAR_VALID = 1 << 4, RASR_ENABLE = 1 };
enum { CTRL_ENABLE = 1 };
#define RASR_NO_CODE (1u << 28)
#define RASR_READ (6u << 24)
#define RASR_WRITE (3u << 24)
#define RASR_MEMORY (1u << 17)
#define RASR_DEVICE (1u << 16)
/* 2^bits bytes that nobody may access. */
#define RASR_FORBIDDEN(bits) (RASR_NO_CODE | ((bits)-1) << 1 | RASR_ENABLE)
#define GUARD_BITS ((uint32_t)__builtin_ctz(CHIP_GUARD))
/* Of the vectors that every Cortex-M has there are 64 bytes, and more of the chip's. */
#define ZERO_BITS 7u

static void set_region(uint32_t number, uint32_t start, uint32_t attributes)
{
    MPU_RBAR = start | RBAR_VALID | number;
    MPU_RASR = attributes;
}

/*
 * The smallest region around [start, end): a power of two long and aligned to that; the
 * eighths of it in which nothing is wanted are left out.
 */
static void cover(uint32_t number, const char *from, const char *to,
                  uint32_t attributes)
{
    uint32_t start = (uint32_t)(uintptr_t)from, last = (uint32_t)(uintptr_t)to - 1;
    uint32_t bits = 8, out = 0;
    while (bits < 32 && start >> bits != last >> bits) {
        bits++;
    }
    uint32_t base = bits < 32 ? start >> bits << bits : 0, eighth = 1u << (bits - 3);
    for (uint32_t i = 0; i < 8; i++) {
        uint32_t low = base + i * eighth;
        out |= (uint32_t)(low + (eighth - 1) < start || low > last) << i;
    }
    set_region(number, base, attributes | out << 8 | (bits - 1) << 1 | RASR_ENABLE);
}

void cpu_guard(const char *guard)
{
    set_region(GUARD, (uint32_t)(uintptr_t)guard, RASR_FORBIDDEN(GUARD_BITS));
}

/*
 * Where code and data share a memory whose parts no region can tell apart, data may
 * run. Where code begins at address 0 the vectors are there, which only the hardware
 * reads: following NULL faults.
 */
void cpu_start(void)
{
    SCB_CCR |= CCR_STKALIGN | CCR_DIV_0_TRP;
    if (MPU_TYPE) {
        bool apart = (uintptr_t)__ram - (uintptr_t)__code >= 1u << 24;
        cover(PERIPHERALS, __peripherals, __peripherals_end,
              RASR_NO_CODE | RASR_WRITE | RASR_DEVICE);
        cover(CODE, __code, __code_end, (apart ? RASR_READ : RASR_WRITE) | RASR_MEMORY);
        cover(RAM, __ram, __ram_end,
              (apart ? RASR_NO_CODE : 0) | RASR_WRITE | RASR_MEMORY);
        set_region(ZERO, 0, RASR_FORBIDDEN(ZERO_BITS));
        MPU_CTRL = CTRL_ENABLE;
    }
    __asm__ volatile("dsb\n isb" ::: "memory");
}
