/* SPDX-License-Identifier: MIT */
/*
 * bytes.h -- bytes and bytearray. NULL is returned when memory is out. Context: thread
 * with the GIL.
 */
#ifndef CORE_BYTES_H
#define CORE_BYTES_H

#include "type.h"

extern const type_ops_t bytes_ops, bytearray_ops;

/* len bytes copied from data; NULL: zeroed. */
PBytes *bytes_new(const void *data, uint32_t len);
PByteArray *bytearray_new(const void *data, uint32_t len);
/* The same as bytes or bytearray by type. */
PObject *bytes_make(uint8_t type, const void *data, uint32_t len);

/* The bytes of a bytes or bytearray: good until the next call that may grow it. False:
 * neither. */
bool bytes_view(PObject *o, const uint8_t **data, uint32_t *len);
/* The same with TypeError "a bytes-like object is required, not 'int'". */
err_t bytes_like(PObject *o, const uint8_t **data, uint32_t *len);

/* While a bytearray or shortarray is held (at most 15 times) its length cannot change:
 * BufferError. Both are harmless on other types. bytes_hold fails with BufferError when
 * it is held too often. */
err_t bytes_hold(PObject *o);
void bytes_release(PObject *o);
/* BufferError "Existing exports of data: object cannot be re-sized" when held. */
err_t bytes_check_hold(PObject *o);

/* Sets the length of a bytearray or shortarray (elements of `size` bytes); new elements
 * are zero. */
err_t bytes_resize(PMutableSequence *array, uint32_t length, unsigned size);
/* Appends what an iterable of ints (or a bytes-like object) gives. */
err_t bytearray_extend(PByteArray *array, PObject *iterable);
/* bytes(x), bytearray(x): size, iterable, bytes-like, str with encoding. */
err_t bytes_from(uint8_t type, PObject *source, PObject *encoding, PObject *errors,
                 PObject **res);
/* An int 0 … 255; ValueError "byte must be in range(0, 256)". */
err_t bytes_item(PObject *o, uint8_t *value);

#endif
