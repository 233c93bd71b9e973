/* SPDX-License-Identifier: MIT */
/* int_methods.h -- methods and attributes of int and bool, for their rows in int.c. */
#ifndef CORE_INT_METHODS_H
#define CORE_INT_METHODS_H

#include "type.h"

enum { INT_METHODS = 6 };
extern const type_method_t int_methods[INT_METHODS];
err_t int_getattr(PObject *self, uint16_t name, PObject **res);

#endif
