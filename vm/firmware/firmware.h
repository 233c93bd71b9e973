/* SPDX-License-Identifier: MIT */
/*
 * firmware.h -- what is linked with the VM into a program for a chip, and between the
 * files of this folder.
 */
#ifndef FIRMWARE_FIRMWARE_H
#define FIRMWARE_FIRMWARE_H

#include "zn_glue.h"
#include <stdint.h>

/* Made by the tools for each program (tools/link/firmware.c): its image, 8-aligned and
 * relocated for where it lies, and the tables of the native modules that it needs, NULL
 * at the end. */
extern const uint8_t zvm_image[];
extern const uint32_t zvm_image_length;
extern const zn_module_t *const zvm_modules[];
/* Those of the standard library (mk/stdlib.mk). */
extern const zn_module_t *const zvm_stdlib[];
/* The board's name. */
extern const char zvm_board[];

/* Where the start of a CPU goes when there is a stack: to main. begin.c's. */
void firmware_begin(void) __attribute__((noreturn));

/* From here on the console sends and receives by interrupts. */
void console_begin(void);
/* Waits until the console's last byte is out. */
void console_end(void);

/* An operation of ARM's and RISC-V's semihosting. Source: "Semihosting for AArch32 and
 * AArch64" and "RISC-V Semihosting". */
enum { SEMIHOST_EXIT_EXTENDED = 0x20 };
uintptr_t semihost(uintptr_t operation, const void *argument);

#endif
