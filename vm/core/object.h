/* SPDX-License-Identifier: MIT */
/*
 * object.h -- what every object has: the methods of Python's `object`.
 */
#ifndef CORE_OBJECT_H
#define CORE_OBJECT_H

#include "type.h"

/* The method of `object` of that name, or NULL. Context: any. */
const type_method_t *object_method(uint16_t name);

/* The instance by its class and address; an exception by its arguments: what repr()
 * shows without a __repr__. */
err_t object_default_repr(PObject *instance, struct text *out);

/* The hash of an object that is equal to itself only. */
uint32_t object_identity_hash(PObject *o);

#endif
