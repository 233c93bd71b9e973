/* SPDX-License-Identifier: MIT */
/* read_classic.h -- what the lints need to know of parse_py_args. */
#ifndef GEN_READ_CLASSIC_H
#define GEN_READ_CLASSIC_H

#include "read.h"

/* The format of a call of parse_py_args, NULL when it is no literal. */
const char *classic_format(reader_t *r, CXCursor call);
/* How many arguments must be there for a conversion by `fmt`: its letters up to the
 * first capital. */
int classic_required(const char *fmt);
/* Calls fn(ctx, variable) for each variable that the call makes point into an argument.
 */
void classic_views(reader_t *r, CXCursor call, const char *fmt,
                   void (*fn)(void *ctx, const char *variable), void *ctx);

#endif
