/* SPDX-License-Identifier: MIT */
/*
 * bigint.h -- integers beyond an int64. bigint.c computes them; a small board links
 * bigint_none.c instead, whose functions raise OverflowError "integer overflow".
 *
 * All take any int (small, PINTEGER, PBIGINT, bool) and give results in smallest form.
 * Context: thread with the GIL.
 */
#ifndef CORE_BIGINT_H
#define CORE_BIGINT_H

#include "type.h"

extern const type_ops_t bigint_ops;

/* All operators but BIN_DIV and BIN_MATMUL; BIN_POW wants exp ≥ 0; a divisor is not 0,
 * a shift not negative. */
err_t bigint_binary(binary_t op, PObject *a, PObject *b, PObject **res);
err_t bigint_divmod(PObject *a, PObject *b, PObject **quotient, PObject **rest);
/* a ** e % m with e ≥ 0, m ≠ 0. */
err_t bigint_pow_mod(PObject *a, PObject *e, PObject *m, PObject **res);
err_t bigint_from_u64(uint64_t magnitude, bool negative, PObject **res);
int bigint_order(PObject *a, PObject *b);
uint32_t bigint_hash(PObject *o);
/* Digits without prefix; base 2 … 36. */
err_t bigint_add_text(PObject *o, unsigned base, bool upper, struct text *out);
/* n digits (checked, '_' skipped) of a base. */
err_t bigint_parse(const char *digits, size_t n, unsigned base, bool negative,
                   PObject **res);
/* Correctly rounded; infinity when it is too large. */
double bigint_to_double(PObject *o);
/* True quotient, correctly rounded; b ≠ 0. False: too large. */
bool bigint_true_divide(PObject *a, PObject *b, double *res);
/* |value| ≥ 2^63, finite, truncated. */
err_t bigint_from_double(double value, PObject **res);
unsigned bigint_bit_length(PObject *o);
unsigned bigint_bit_count(PObject *o);
/* Two's complement, little-endian, into n bytes; false: does not fit. */
bool bigint_to_bytes(PObject *o, uint8_t *out, size_t n, bool is_signed);
err_t bigint_from_bytes(const uint8_t *data, size_t n, bool is_signed, PObject **res);

#endif
