/* SPDX-License-Identifier: MIT */
/*
 * board.h -- what boards/NAME/board.json says to the tools.
 */
#ifndef CLI_BOARD_H
#define CLI_BOARD_H

#include "arena.h"
#include "diag.h"
#include "opts.h"
#include <stdbool.h>
#include <stdint.h>

typedef struct board_memory {
    const char *name; /* a region of board.ld: "flash", "ram" */
    uint64_t start, size;
} board_memory_t;

typedef struct board {
    const char *name;
    const char *tag; /* of its machine, "armv7m-sf"; "" when the file does not say */
    const char *vm;  /* host boards: the program beside this one that runs images */
    int word;        /* bytes of a value */
    opt_list_t cflags, ldflags;
    /* chips only */
    const char *compiler; /* NULL: a host board */
    const char *target;   /* what clang calls the machine: zvm-gen's --target */
    opt_list_t emulator;  /* command line; empty: it is real hardware only */
    opt_list_t compiler_packages, emulator_packages; /* that have them */
    struct {
        board_memory_t *items;
        int len, cap;
    } memory;
} board_t;

/* `name` NULL is the default board. False: reported ([unknown-board] and others). */
bool board_read(arena_t *a, const char *name, board_t *out);
/* The names of all boards, sorted. */
void board_names(arena_t *a, opt_list_t *out);

/* A chip: its VM is in sdk/lib/NAME, and programs are linked with it. */
bool board_is_chip(const board_t *b);
/* The board's compiler, and the tool of its binutils: "arm-none-eabi-ld". */
const char *board_compiler(const board_t *b);
const char *board_tool(arena_t *a, const board_t *b, const char *tool);
/* A file of a chip's prebuilt VM: sdk/lib/NAME/FILE. */
const char *board_file(arena_t *a, const board_t *b, const char *file);

/* What one may want of a board. */
enum {
    BOARD_COMPILES = 1, /* C for it */
    BOARD_LINKS = 2,    /* programs: its prebuilt VM is there */
    BOARD_RUNS = 4,     /* programs on this computer, in the emulator */
};

typedef struct board_lack {
    diag_slug_t slug;
    const char *text; /* "board 'microbit' needs 'arm-none-eabi-gcc'" */
    const char *hint; /* the command that mends it */
} board_lack_t;

/* Is something missing here for one of `wants`? Then the first of it is told. Looks at
 * files only, and starts nothing. */
bool board_lacks(arena_t *a, const board_t *b, unsigned wants, board_lack_t *out);
/* The same as a diagnostic. False: reported. */
bool board_require(arena_t *a, const board_t *b, unsigned wants);

/* "sudo apt-get install A B" */
const char *board_install_command(arena_t *a, const opt_list_t *packages);

/* What runs 32-bit programs where the kernel does not. */
#define BOARD_HOST_EMULATOR "qemu-i386"
/* Does it run this program of a host board? */
bool board_kernel_runs(const char *program);

/*
 * The command line of the board's VM: argv[0] is filled in, and an emulator put in front
 * where the kernel runs no programs of its kind. `argv` ends with NULL. NULL: reported.
 */
const char *const *board_command(arena_t *a, const board_t *b, const char **argv);

#endif
