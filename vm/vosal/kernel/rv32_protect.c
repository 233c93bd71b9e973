/* SPDX-License-Identifier: MIT */
/*
 * rv32_protect.c -- memory that nobody may touch, by a RISC-V's PMP.
 *
 * Rules bind machine mode only when they are locked, and then they stay until reset: a
 * guard cannot follow the running thread. So page 0, the page below main's stack and
 * the one below the heap, where the stacks of all other threads lie, are forbidden for
 * good, and code cannot be written to. A thread's stack that is too small by little is
 * found out when it is switched (chip_thread.c); one that grows for ever stops below
 * the heap, before it reaches the kernel's own data.
 */
#include "chip.h"
#include "rv32.h"

enum { PAGE = 4096 };
enum { PMP_R = 1, PMP_X = 4, PMP_NAPOT = 3 << 3, PMP_LOCKED = 1 << 7 };

/* From the linker script; sizes are powers of two and starts are aligned to them. */
extern char __main_guard[], __heap_guard[], __code[], __code_size[];

static uint32_t napot(uintptr_t start, uint32_t size)
{
    return (uint32_t)start >> 2 | (size / 8 - 1);
}

void rv32_protect(void)
{
    enum { FORBIDDEN = PMP_LOCKED | PMP_NAPOT, CODE = FORBIDDEN | PMP_R | PMP_X };
    CSR_WRITE(pmpaddr0, napot(0, PAGE));
    CSR_WRITE(pmpaddr1, napot((uintptr_t)__main_guard, PAGE));
    CSR_WRITE(pmpaddr2, napot((uintptr_t)__heap_guard, PAGE));
    CSR_WRITE(pmpaddr3, napot((uintptr_t)__code, (uint32_t)(uintptr_t)__code_size));
    CSR_WRITE(pmpcfg0,
              FORBIDDEN | FORBIDDEN << 8 | FORBIDDEN << 16 | (uint32_t)CODE << 24);
}

static bool in_guard(uintptr_t address)
{
    uintptr_t page = address & ~(uintptr_t)(PAGE - 1);
    return page == (uintptr_t)__main_guard || page == (uintptr_t)__heap_guard;
}

bool rv32_is_forbidden(uintptr_t address)
{
    uintptr_t in_code = address - (uintptr_t)__code;
    return address < PAGE || in_guard(address) || in_code < (uintptr_t)__code_size;
}

uintptr_t rv32_readable(uintptr_t sp)
{
    return in_guard(sp) ? (sp | (PAGE - 1)) + 1 : sp;
}

void cpu_guard(const char *guard)
{
    (void)guard;
}
