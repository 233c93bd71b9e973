/* SPDX-License-Identifier: MIT */
/*
 * objtag.h -- what machine an object file is for, as one word: "armv7m-sf",
 * "rv32imac-ilp32", "x86_64-linux". Between objfile.c and objtag.c.
 */
#ifndef SUPPORT_OBJTAG_H
#define SUPPORT_OBJTAG_H

#include "arena.h"
#include <libelf.h>

/* "" when the file does not say: an object without code need not. */
const char *objtag_read(arena_t *a, Elf *elf);

#endif
