/* SPDX-License-Identifier: MIT */
/*
 * sdk.h -- where the SDK's files are: in the source tree, or under PREFIX when
 * installed.
 */
#ifndef CLI_SDK_H
#define CLI_SDK_H

#include "arena.h"
#include <stdbool.h>

/*
 * `what` below the SDK's root: "sdk/include", "sdk/python", "templates", "boards". The
 * root is $ZVM_ROOT, else found from the executable. Absolute unless $ZVM_ROOT is not.
 */
const char *sdk_path(arena_t *a, const char *what);
/* Program `name` beside this one: "zvm", "zvm-gen". */
const char *sdk_program(arena_t *a, const char *name);
/* False: reported [unknown-board] with the nearest name. NULL is the default board. */
bool sdk_check_board(arena_t *a, const char *board);

#endif
