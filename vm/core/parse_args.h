/* SPDX-License-Identifier: MIT */
/* parse_args.h -- what parse_py_args found wrong, for the text of the TypeError that
 * the native returns for it. */
#ifndef CORE_PARSE_ARGS_H
#define CORE_PARSE_ARGS_H

#include "vminterface.h"

/*
 * What the conversion that failed in the native that returns now expected, else NULL.
 * *index: of the argument, from 0. *arg: what was given, or NULL. Forgets it. Context:
 * thread with the GIL, the native's arguments still on the Python stack.
 */
const char *parse_args_expected(int *index, PObject **arg);

#endif
