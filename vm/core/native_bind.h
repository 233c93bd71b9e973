/* SPDX-License-Identifier: MIT */
/* native_bind.h -- the table between native.c, which calls, and native_load.c, which
 * finds. */
#ifndef CORE_NATIVE_BIND_H
#define CORE_NATIVE_BIND_H

#include "native.h"

typedef struct {
    zn_native_fn fn;
    const image_native_t *desc;
    int plain; /* as many positional arguments need no binding; -1: always bind */
} native_row_t;

/* By row of the image's natives. */
extern native_row_t *native_rows;

#endif
