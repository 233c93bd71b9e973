/* SPDX-License-Identifier: MIT */
/*
 * firmware.h -- between firmware.c, which drives the linker, firmware_image.c, which
 * writes what it links, and firmware_fit.c, which reads what it says.
 */
#ifndef LINK_FIRMWARE_H
#define LINK_FIRMWARE_H

#include "link.h"
#include "proc.h"
#include "strbuf.h"

/*
 * The program's image as assembler text: bytes, and for each word that holds an address a
 * word relative to `zvm_image`, so that the linker places it and it runs in flash.
 */
void firmware_write_image(strbuf_t *out, const link_firmware_t *f);
/* `zvm_modules`, `zvm_image_length`, `zvm_board`. */
void firmware_write_tables(strbuf_t *out, const link_firmware_t *f);

/* Does ld say that a region of memory is full? */
bool firmware_is_too_big(const char *text);
/*
 * What ld said, as diagnostics. `elf` is what it wrote of a program that is too big, to
 * find the biggest symbols in; it need not be there.
 */
void firmware_report(arena_t *a, const link_firmware_t *f, const proc_t *failed,
                     const char *elf);

#endif
