/* SPDX-License-Identifier: MIT */
/*
 * board.h -- what boards/NAME/board.json says to the tools.
 */
#ifndef CLI_BOARD_H
#define CLI_BOARD_H

#include "arena.h"
#include "opts.h"
#include <stdbool.h>

typedef struct board {
    const char *name;
    const char *vm; /* the program beside this one that runs images */
    int word;       /* bytes of a value */
    opt_list_t cflags, ldflags;
} board_t;

/* `name` NULL is the default board. False: reported ([unknown-board] and others). */
bool board_read(arena_t *a, const char *name, board_t *out);
/* The names of all boards, sorted. */
void board_names(arena_t *a, opt_list_t *out);

/*
 * The command line of the board's VM: argv[0] is filled in, and an emulator put in front
 * where the kernel runs no programs of its kind. `argv` ends with NULL. NULL: reported.
 */
const char *const *board_command(arena_t *a, const board_t *b, const char **argv);

#endif
