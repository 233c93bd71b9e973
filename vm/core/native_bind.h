/* SPDX-License-Identifier: MIT */
/* native_bind.h -- the table of natives: native_load.c fills it, native.c and the exec
 * loop call through it. */
#ifndef CORE_NATIVE_BIND_H
#define CORE_NATIVE_BIND_H

#include "native.h"

typedef struct {
    zn_native_fn fn;
    const image_native_t *desc;
    int16_t plain; /* as many positional arguments need no binding; -1: always bind */
    int16_t least; /* from here to `plain` on only constants are missing; -1 as above */
    int16_t loose; /* `plain` of a call without an object: -1 for methods */
} native_row_t;

/* By row of the image's natives. */
extern native_row_t *native_rows;

/* What is rare after a call: an error, a result left unset, a lock taken by hand. */
err_t native_finish(const native_row_t *row, PThread *t, err_t err, PObject **res);

/* Calls with arguments that lie as C wants them. */
static inline err_t native_run(const native_row_t *row, PThread *t, PObject *self,
                               int nargs, PObject **args, PObject **res)
{
    *res = P_NONE;
    err_t err = row->fn(nargs, self, args, res);
    if (__builtin_expect(err == ERR_OK && *res && t->pending == NULL && vm.current == t,
                         1)) {
        return ERR_OK;
    }
    return native_finish(row, t, err, res);
}

#endif
