/* SPDX-License-Identifier: MIT */
/*
 * board.h -- what a program may say of the board it is compiled for, from its
 * board.json: names of pins and peripherals, and what __defined() is asked about.
 */
#ifndef COMPILER_BOARD_H
#define COMPILER_BOARD_H

#include "program.h"
#include "tree.h"

/* The number of a pin or peripheral (D0, A3, MOSI0, SERIAL1 …); false: the board has
 * none of that name. */
bool board_const(program_t *p, const char *name, int *value);

typedef enum board_pin {
    BOARD_PIN,       /* *value is the pin's number in that class */
    BOARD_NO_PIN,    /* `pin` is no pin of the board */
    BOARD_NO_CLASS,  /* there is no class of that name */
    BOARD_NOT_THERE, /* the pin cannot do that */
} board_pin_t;

/* `D3.PWM`: the pin as a member of another class. */
board_pin_t board_pin_as(program_t *p, const char *pin, const char *class_name,
                         int *value);

/* The board.json, those it is `like` behind it: the value of a key, or NULL. */
const tree_t *board_get(program_t *p, const char *key);

#endif
