/* SPDX-License-Identifier: MIT */
/*
 * chipport.h -- what the parts of a chip's firmware ask of each other, beside vosal.h,
 * vhal.h and vmport.h: the start-up, the kernel's port, the VHAL family, the firmware's
 * main. For those who write a port; programs and drivers have no use for it.
 */
#ifndef CHIPPORT_H
#define CHIPPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- from the linker script (boards/B/board.ld, vm/firmware/sections.ld) ---- */

/* All memory that nothing else has: the VM's heap, [start, end). */
extern char __heap_start[], __heap_end[];
/* The stack of `main`, and the one of interrupts and faults. */
extern char __main_stack_start[], __main_stack_end[];
extern char __isr_stack_start[], __isr_stack_end[];

/* ---- the VHAL family ---- */

/* Clocks and the console's line, before anything else. Context: the start, no
 * interrupts, no kernel. */
void chip_begin(void);
/* Sends a byte over the console's line, by polling, whatever state the rest is in.
 * Context: any, faults included. */
void chip_put(char c);
/* Opens the console's line, serial line 0, for vhalSerialRead and vhalSerialWrite, with
 * Ctrl-C. False: the family can only poll it. Context: thread. */
bool chip_console_begin(void);
/* Sends by polling what was written to it and is not out yet. Context: faults. */
void chip_put_pending(void);
/* Starts the chip again, where the CPU has no way of its own to. Interrupts are off.
 * Context: any. */
void chip_reset(void) __attribute__((noreturn));

/* ---- interrupts and faults, between VOSAL, VHAL and the firmware ---- */

/* Ctrl-C has come over the console's line; VOSAL's. Context: isr. */
void chip_interrupt(void);

/*
 * A program that cannot go on. Registers in the order of the CPU's own numbers (ARM: r0
 * … r12, sp, lr, pc; RISC-V: x0 … x31), then the status word.
 */
typedef struct chip_fault {
    const char *what; /* "bus fault", "stack overflow" */
    uintptr_t pc, sp, link;
    bool has_address;
    uintptr_t address; /* that was accessed */
    const uintptr_t *registers;
    int nregisters;
} chip_fault_t;

/* Reports the fault and ends the program; the firmware's. On the stack of interrupts,
 * interrupts off. */
void chip_fault(const chip_fault_t *fault) __attribute__((noreturn));

/* Might the CPU have left that word on a stack to return to? The start-up's. Any. */
bool chip_is_return(uintptr_t word);

/* How a program ends: to the emulator with that status, or it stops. Context: any. */
void chip_end(int status) __attribute__((noreturn));

#ifdef __cplusplus
}
#endif

#endif
