/* SPDX-License-Identifier: MIT */
/*
 * float.h -- floats. Context: thread with the GIL.
 */
#ifndef CORE_FLOAT_H
#define CORE_FLOAT_H

#include "type.h"

extern const type_ops_t float_ops;

/* NULL when memory is out. */
PObject *float_new(double value);
/* The value of a float or an int; *is_number false for others. OverflowError for a huge
 * int. */
err_t float_get(PObject *o, double *value, bool *is_number);
/* float(x) for anything: numbers, str, bytes, __float__, __index__. */
err_t float_from(PObject *x, double *value);
/* Text of a float as Python reads it; false: it is none. Context: any. */
bool float_parse(const char *s, size_t len, double *value);

/* *res NotImplemented when one of them is no number. */
err_t float_binary(binary_t op, PObject *a, PObject *b, PObject **res);
/* a ** b */
err_t float_power(double a, double b, PObject **res);
double float_mod(double a, double b);
double float_floordiv(double a, double b);
uint32_t float_hash(double value);
/* Orders exactly, also against ints; *unordered with nan. `b` is an int or a float. */
int float_order(double a, PObject *b, bool *unordered);

/* The shortest text that reads back as the same value. */
err_t float_repr_to(double value, struct text *out);

enum { FLOAT_ALT = 1, FLOAT_UPPER = 2 };
/* C's conversion `type` (e f g) with precision, no sign padding: "inf", "nan", "-1.50".
 */
err_t float_format_to(double value, char type, int precision, unsigned flags,
                      struct text *out);
/* round(x, ndigits), to even on exact halves. */
double float_round(double value, int ndigits);

#endif
