/* SPDX-License-Identifier: MIT */
/*
 * firmware.h -- a Python program as an ELF file for a chip: bytecode, native modules
 * and the board's VM in one.
 */
#ifndef CLI_FIRMWARE_H
#define CLI_FIRMWARE_H

#include "board.h"
#include "build.h"

typedef struct firmware {
    const char *name;
    const char *elf;
    const char *image; /* with line tables, which the chip does not get: NAME.zimg */
    const char
        *slots; /* what is put beside `elf`, the board's VM; NULL: it is all in one */
    bool fresh; /* there was nothing to do */
} firmware_t;

/*
 * Links `program`, whose modules have been built (program.h), with what ends it: in the
 * emulator (NAME-emulated.elf) or on the board itself (NAME.elf), in build/BOARD/NAME/.
 * False: reported.
 */
bool firmware_link(arena_t *a, const build_options_t *o, const board_t *board,
                   const char *program, bool emulated, firmware_t *out);

/* Is it a name that firmware_export() knows a form for? */
bool firmware_can_write(const char *output);
/*
 * Writes `output`, or when that is NULL all of NAME.elf, .hex and .bin, from a linked
 * firmware, and says what it needs of the board. False: reported.
 */
bool firmware_export(arena_t *a, const build_options_t *o, const board_t *board,
                     const firmware_t *f, const char *output);

#endif
