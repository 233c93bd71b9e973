/* SPDX-License-Identifier: MIT */
/*
 * board_state.h -- what this computer can do for a board, and what it lacks.
 */
#ifndef CLI_BOARD_STATE_H
#define CLI_BOARD_STATE_H

#include "board.h"

/* Something missing, and the command that mends it. */
typedef struct board_need {
    const char *text, *hint;
} board_need_t;

typedef struct board_state {
    bool builds, runs;
    struct {
        board_need_t *items;
        int len, cap;
    } needs;
} board_state_t;

/* Looks for programs and files; may ask the board's compiler for its C library. */
void board_state(arena_t *a, const board_t *b, board_state_t *out);

/* Adds those packages of Debian that would bring what is missing, each once. */
void board_missing_packages(arena_t *a, const board_t *b, opt_list_t *out);

#endif
