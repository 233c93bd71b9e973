/* SPDX-License-Identifier: MIT */
/*
 * program.h -- all native modules of a Python program: drivers that it imports, and the
 * module of what its decorators name.
 */
#ifndef CLI_PROGRAM_H
#define CLI_PROGRAM_H

#include "board.h"
#include "build.h"

/*
 * Builds what is stale. Reports go to `to`; with `loud` also of what is fresh. `*built`
 * counts the modules there are, and may be NULL. False: reported.
 */
bool program_build(arena_t *a, build_options_t *o, const char *path, FILE *to, bool loud,
                   int *built);

/* The board of --board, else of package.json beside the program. False: reported. */
bool program_find_board(arena_t *a, const build_options_t *o, const char *path, board_t *out);

/* How the program is compiled for the board. */
compile_options_t program_compile_options(arena_t *a, const build_options_t *o,
                                          const board_t *board);

#endif
