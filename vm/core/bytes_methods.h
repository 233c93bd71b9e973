/* SPDX-License-Identifier: MIT */
/* bytes_methods.h -- tables of methods for the rows in bytes.c, and what the methods
 * need of it. */
#ifndef CORE_BYTES_METHODS_H
#define CORE_BYTES_METHODS_H

#include "type.h"

enum { BYTES_METHODS = 42, BYTEARRAY_METHODS = 50 };
extern const type_method_t bytes_methods[BYTES_METHODS];
extern const type_method_t bytearray_methods[BYTEARRAY_METHODS];

err_t bytearray_append(PByteArray *array, uint8_t value);
/* The same for an int object; `array` is a PByteArray *: a callback of iter_for_each.
 */
err_t bytearray_append_item(void *array, PObject *o);
/* Replaces `count` bytes at `at` by n others, which may lie in the array itself. */
err_t bytearray_splice(PByteArray *array, uint32_t at, uint32_t count,
                       const uint8_t *data, uint32_t n);

#endif
