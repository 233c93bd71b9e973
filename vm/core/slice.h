/* SPDX-License-Identifier: MIT */
/*
 * slice.h -- slice objects and what they mean for a sequence of some length.
 *
 * Context: thread with the GIL; __index__ of user classes may run.
 */
#ifndef CORE_SLICE_H
#define CORE_SLICE_H

#include "type.h"

extern const type_ops_t slice_ops;

/* NULL when memory is out. An end not given is None. */
PSlice *slice_new(PObject *start, PObject *stop, PObject *step);
/* Resolves a slice for a sequence of `len` elements: `count` elements start, start +
 * step …; step is never 0. */
err_t slice_indices(PObject *slice, const uint32_t *length, int64_t *start,
                    int64_t *stop, int64_t *step, uint32_t *count);
/* An index into a sequence: negative ones count from the end. IndexError "<what> index
 * out of range". */
err_t slice_index(PObject *key, const uint32_t *length, const char *what,
                  uint32_t *index);

#endif
