/* SPDX-License-Identifier: MIT */
/* native_bind.h -- the table of natives: native_load.c fills it, native.c and the exec
 * loop call through it. */
#ifndef CORE_NATIVE_BIND_H
#define CORE_NATIVE_BIND_H

#include "native.h"

/* By row of the image's natives: vm.natives. */
typedef struct native_row {
    zn_native_fn fn;
    const image_native_t *desc;
    PObject *last; /* the last parameter's default when it alone may be missing to have
                      `plain`; NULL: it must be given */
    int8_t plain;  /* as many positional arguments need no binding; -1: always bind */
    int8_t least;  /* from here to `plain` on only constants are missing; -1 as above */
    int8_t loose;  /* `plain` of a call without an object: -1 for methods */
} native_row_t;

/* The row of a native of the program, else a number above NATIVE_LAST: one comparison
 * tells the tag and that it is none of builtins.def. */
#define NATIVE_LAST 0xFFFFu
static inline uint32_t native_row_of(PObject *fn)
{
    uint32_t word = (uint32_t)POBJ_WORD(fn);
    return (word >> 8 | word << 24) - ((uint32_t)TAG_NATIVE << 24 | NATIVE_FIRST);
}

/* What is rare after a call: an error, a result left unset, a lock taken by hand. */
err_t native_finish(const native_row_t *row, PThread *t, err_t err, PObject **res);

/* Has a call of thread `t` left nothing to do? */
static inline bool native_is_fine(const PThread *t, err_t err, const PObject *res)
{
    return err == ERR_OK && res && t->pending == NULL && vm.current == t;
}

/* Calls with arguments that lie as C wants them. */
static inline err_t native_run(const native_row_t *row, PThread *t, PObject *self,
                               int nargs, PObject **args, PObject **res)
{
    *res = P_NONE;
    err_t err = row->fn(nargs, self, args, res);
    return __builtin_expect(native_is_fine(t, err, *res), 1)
               ? ERR_OK
               : native_finish(row, t, err, res);
}

#endif
