/* SPDX-License-Identifier: MIT */
/*
 * tuple.h -- tuple: a header and its values.
 *
 * NULL is returned when memory is out. Context: thread with the GIL.
 */
#ifndef CORE_TUPLE_H
#define CORE_TUPLE_H

#include "type.h"

extern const type_ops_t tuple_ops;

/* n slots, all NULL: the caller fills them. n 0: the shared empty tuple. */
PTuple *tuple_new(uint32_t n);
/* A tuple of n items. */
PTuple *tuple_from(uint32_t n, PObject *const *items);
/* A tuple of two: what items(), enumerate and zip make. */
PTuple *tuple_pair(PObject *a, PObject *b);
/* tuple(iterable); a tuple is returned as it is. */
err_t tuple_from_iterable(PObject *iterable, PTuple **res);

static inline PObject **tuple_items(const PTuple *tuple)
{
    return (PObject **)tuple->seq;
}

#endif
