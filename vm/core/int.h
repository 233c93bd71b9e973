/* SPDX-License-Identifier: MIT */
/*
 * int.h -- integers: tagged small ones, PINTEGER with an int64, PBIGINT beyond
 * (bigint.h). bool counts as int.
 *
 * Results are always in their smallest form. Context: thread with the GIL.
 */
#ifndef CORE_INT_H
#define CORE_INT_H

#include "type.h"

extern const type_ops_t int_ops, bool_ops;
#define smallint_ops int_ops
#define integer_ops int_ops

/* A PINTEGER; the cold half of int_new. */
PObject *int_new_big(int64_t value);

/* NULL when memory is out. */
static inline PObject *int_new(int64_t value)
{
    return PSMALLINT_FITS(value) ? PSMALLINT_NEW((int32_t)value) : int_new_big(value);
}
PObject *int_new_u64(uint64_t value);

/* small, PINTEGER, PBIGINT or bool */
static inline bool int_is(PObject *o)
{
    return IS_PSMALLINT(o) || IS_OBJ(o, PINTEGER) || IS_OBJ(o, PBIGINT) || IS_BOOL(o);
}
/* Fits an int64: *value. False: not an int, or a PBIGINT. Raises nothing. */
bool int_get(PObject *o, int64_t *value);
/* OverflowError "Python int too large to convert to C long", TypeError when it is no
 * int. */
err_t int_to_i64(PObject *o, int64_t *value);
/* OverflowError "int too large to convert to float". */
err_t int_to_double(PObject *o, double *value);
/* Truncated; ValueError and OverflowError for nan and infinity. */
err_t int_from_double(double value, PObject **res);

/* *res NotImplemented when one of them is no int. */
err_t int_binary(binary_t op, PObject *a, PObject *b, PObject **res);
err_t int_unary(unary_t op, PObject *a, PObject **res);
err_t int_divmod(PObject *a, PObject *b, PObject **quotient, PObject **rest);
err_t int_pow_mod(PObject *base, PObject *exp, PObject *mod, PObject **res);
/* <0, 0, >0; both are ints. */
int int_order(PObject *a, PObject *b);
uint32_t int_hash(PObject *o);
/* Hash of a number that is integral and fits an int64: what int, float and bool share.
 */
uint32_t int_hash_i64(int64_t value);

/* Digits without prefix, '-' first for negative ones. */
err_t int_add_text(PObject *o, unsigned base, bool upper, struct text *out);
/* int(str, base): spaces, sign, prefix, underscores; ValueError "invalid literal for
 * int() with base 10: '…'" with the repr of `shown`. base 0: by prefix. */
err_t int_parse(const char *s, size_t len, unsigned base, PObject *shown,
                PObject **res);
/* int(x) and x.__index__() for anything. */
err_t int_from(PObject *x, PObject **res);
err_t int_index(PObject *x, PObject **res);
unsigned int_bit_length(PObject *o);

#endif
