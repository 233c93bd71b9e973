/* SPDX-License-Identifier: MIT */
/*
 * shorts.h -- shorts and shortarray: sequences of unsigned 16-bit integers. Context:
 * thread with the GIL.
 */
#ifndef CORE_SHORTS_H
#define CORE_SHORTS_H

#include "type.h"

extern const type_ops_t shorts_ops, shortarray_ops;

/* len elements copied from data; NULL: zeroed. NULL when memory is out. */
PShorts *shorts_new(const uint16_t *data, uint32_t len);
PShortArray *shortarray_new(const uint16_t *data, uint32_t len);
/* shorts(x), shortarray(x): a size, or an iterable of ints. */
err_t shorts_from(uint8_t type, PObject *source, PObject **res);

#endif
