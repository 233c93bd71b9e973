/* SPDX-License-Identifier: MIT */
/*
 * range.h -- range(start, stop, step) of int64 values.
 *
 * Context: thread with the GIL.
 */
#ifndef CORE_RANGE_H
#define CORE_RANGE_H

#include "type.h"

extern const type_ops_t range_ops;

/* step is not 0. NULL when memory is out. */
PRange *range_new(int64_t start, int64_t stop, int64_t step);
/* range(*args) with Python's errors; 1 … 3 arguments. */
err_t range_from_args(int nargs, PObject **args, PObject **res);
/* Number of values. */
uint64_t range_count(int64_t start, int64_t stop, int64_t step);

#endif
