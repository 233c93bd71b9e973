/* SPDX-License-Identifier: MIT */
/*
 * board.h -- what board.json says a scene may name: pins, buses, ports.
 */
#ifndef SIM_BOARD_H
#define SIM_BOARD_H

#include "arena.h"
#include "opts.h"
#include <stdbool.h>

typedef struct board {
    const char *name;
    opt_list_t pins;      /* D0 …, A0 …, LED0 …: every name that is a pin */
    int serial, spi, i2c; /* how many */
} board_t;

/* Reads DIR/board.json. False: reported. */
bool board_read(arena_t *a, const char *dir, board_t *out);
bool board_has_pin(const board_t *b, const char *name);

#endif
