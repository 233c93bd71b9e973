/* SPDX-License-Identifier: MIT */
/*
 * sdk.h -- where the SDK's files are: in the source tree, or under PREFIX when
 * installed.
 */
#ifndef CLI_SDK_H
#define CLI_SDK_H

#include "arena.h"

/* The SDK's root: $ZVM_ROOT, else found from the executable. Absolute unless $ZVM_ROOT
 * is not. */
const char *sdk_root(arena_t *a);
/* `what` below it: "sdk/include", "sdk/python", "templates", "boards". */
const char *sdk_path(arena_t *a, const char *what);
/* Program `name` beside this one: "zvm", "zvm-gen". */
const char *sdk_program(arena_t *a, const char *name);

#endif
