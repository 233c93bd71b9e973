/* SPDX-License-Identifier: MIT */
/*
 * limbs.h -- what the files of bigint share: magnitudes as little-endian arrays of
 * 32-bit limbs. Context: thread.
 */
#ifndef CORE_LIMBS_H
#define CORE_LIMBS_H

#include "value.h"

/* An int of any kind as sign and magnitude; n is without leading zeros, 0 for zero. */
typedef struct {
    const uint32_t *limb;
    uint32_t n;
    bool negative;
    uint32_t small[2]; /* what `limb` points to for an int64 */
} limbs_t;

void limbs_of(PObject *o, limbs_t *l);
/* A PBIGINT of n zero limbs, n > 0; NULL when memory is out. */
PBigint *limbs_new(uint32_t n);
/* Strips leading zeros; the smallest form of the result. */
err_t limbs_finish(PBigint *b, bool negative, PObject **res);

/* Divides a[n] in place by a limb; returns the rest. */
uint32_t limbs_div_small(uint32_t *a, uint32_t n, uint32_t by);
/* a[n] = a · by + add; returns the carry. */
uint32_t limbs_mul_small(uint32_t *a, uint32_t n, uint32_t by, uint32_t add);

#endif
