/* SPDX-License-Identifier: MIT */
/*
 * attr.h -- attributes: instances, classes, modules, exceptions, methods of built-in types, and the cache.
 */
#ifndef CORE_ATTR_H
#define CORE_ATTR_H

#include "value.h"

/* obj.name; AttributeError when there is none. Context: thread with the GIL. */
err_t attr_get(PObject *obj, uint16_t name, PObject **res);
/* *res NULL instead of an AttributeError. */
err_t attr_find(PObject *obj, uint16_t name, PObject **res);
/* value NULL: del obj.name. */
err_t attr_set(PObject *obj, uint16_t name, PObject *value);
/* Number of a name given as str at run time, or 0 when the program has no such name (so no object has it). */
uint16_t attr_name_of(PObject *str);
/* Text of a name's number. */
const char *attr_name_text(uint16_t name);

#endif
