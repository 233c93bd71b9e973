/* SPDX-License-Identifier: MIT */
/*
 * arith.h -- arithmetic on tagged small integers and on floats, and indexing, for the
 * exec loop.
 *
 * A small integer's word is 2·value + 1, so 32-bit overflow of the word is overflow of
 * the 31 bits. Each function puts the result's word in *v; false: not representable or
 * an error, the general path knows.
 */
#ifndef CORE_ARITH_H
#define CORE_ARITH_H

#include "gc.h"
#include "iter.h"
#include <math.h>

#define BOTH_INT(a, b) (POBJ_WORD(a) & POBJ_WORD(b) & 1)
#define INT_WORD(o) ((int32_t)(uint32_t)POBJ_WORD(o))

static inline bool arith_add(PObject *a, PObject *b, int32_t *v)
{
    return !__builtin_add_overflow(INT_WORD(a), INT_WORD(b) - 1, v);
}

static inline bool arith_sub(PObject *a, PObject *b, int32_t *v)
{
    return !__builtin_sub_overflow(INT_WORD(a), INT_WORD(b) - 1, v);
}

static inline bool arith_mul(PObject *a, PObject *b, int32_t *v)
{
    bool ok = !__builtin_mul_overflow(INT_WORD(a) - 1, INT_WORD(b) >> 1, v);
    *v |= 1;
    return ok;
}

static inline bool arith_and(PObject *a, PObject *b, int32_t *v)
{
    *v = INT_WORD(a) & INT_WORD(b);
    return true;
}

static inline bool arith_or(PObject *a, PObject *b, int32_t *v)
{
    *v = INT_WORD(a) | INT_WORD(b);
    return true;
}

static inline bool arith_xor(PObject *a, PObject *b, int32_t *v)
{
    *v = (INT_WORD(a) ^ INT_WORD(b)) | 1;
    return true;
}

static inline bool arith_lshift(PObject *a, PObject *b, int32_t *v)
{
    uint32_t n = (uint32_t)(INT_WORD(b) >> 1);
    if (n > 30) {
        return false;
    }
    int64_t wide = (int64_t)(INT_WORD(a) - 1) * ((int64_t)1 << n);
    *v = (int32_t)wide | 1;
    return wide == (int32_t)wide;
}

static inline bool arith_rshift(PObject *a, PObject *b, int32_t *v)
{
    uint32_t n = (uint32_t)(INT_WORD(b) >> 1);
    *v = INT_WORD(a) >> (n < 31 ? n : 31) | 1;
    return INT_WORD(b) > 0;
}

/* Floor division and modulo: C truncates, Python rounds towards minus infinity. */
static inline bool arith_fdiv(PObject *a, PObject *b, int32_t *v)
{
    int32_t x = INT_WORD(a) >> 1, y = INT_WORD(b) >> 1;
    if (y == 0) {
        return false;
    }
    int32_t q = x / y;
    if ((x ^ y) < 0 && q * y != x) {
        q--;
    }
    *v = (int32_t)((uint32_t)q << 1) | 1;
    return q <= PSMALLINT_MAX;
}

static inline bool arith_mod(PObject *a, PObject *b, int32_t *v)
{
    int32_t x = INT_WORD(a) >> 1, y = INT_WORD(b) >> 1;
    if (y == 0) {
        return false;
    }
    int32_t m = x % y;
    if (m != 0 && (m ^ y) < 0) {
        m += y;
    }
    *v = (int32_t)((uint32_t)m << 1) | 1;
    return true;
}

/* Both are floats or small integers, and not both integers for the operators that have
 * asked BOTH_INT before. */
static inline bool arith_doubles(PObject *a, PObject *b, double *x, double *y)
{
    if (IS_OBJ(a, PFLOAT)) {
        *x = FLOAT_VALUE(a);
    } else if (IS_PSMALLINT(a)) {
        *x = PSMALLINT_VALUE(a);
    } else {
        return false;
    }
    if (IS_OBJ(b, PFLOAT)) {
        *y = FLOAT_VALUE(b);
    } else if (IS_PSMALLINT(b)) {
        *y = PSMALLINT_VALUE(b);
    } else {
        return false;
    }
    return true;
}

/* NULL: no memory. */
static inline PObject *arith_float(double value)
{
    PFloat *f = gc_new_fast(PFLOAT, POBJ_HASHABLE, sizeof *f);
    if (__builtin_expect(f != NULL, 1)) {
        f->val = value;
    }
    return (PObject *)f;
}

/* An item by small-integer index of the sequences that programs index most, or NULL:
 * the general path knows. */
static inline PObject *subscr_fast(PObject *seq, PObject *key)
{
    if (IS_TAGGED(seq) || !IS_PSMALLINT(key)) {
        return NULL;
    }
    uint32_t length = seq->header.length;
    uint32_t i = (uint32_t)PSMALLINT_VALUE(key);
    if ((int32_t)i < 0) {
        i += length;
    }
    if (i >= length) {
        return NULL;
    }
    switch (seq->header.type) {
    case PLIST:
        return PLIST_ITEM(seq, i);
    case PTUPLE:
        return PTUPLE_ITEM(seq, i);
    case PBYTEARRAY:
        return PSMALLINT_NEW(((uint8_t *)(PSEQUENCE_BUFFER(seq) + 1))[i]);
    case PBYTES:
        return PSMALLINT_NEW(((uint8_t *)_PIS_DATA(seq))[i]);
    default:
        return NULL;
    }
}

/* seq[key] = value where that needs no conversion and no growth. */
static inline bool subscr_store_fast(PObject *seq, PObject *key, PObject *value)
{
    if (IS_TAGGED(seq) || !IS_PSMALLINT(key)) {
        return false;
    }
    uint32_t length = seq->header.length;
    uint32_t i = (uint32_t)PSMALLINT_VALUE(key);
    if ((int32_t)i < 0) {
        i += length;
    }
    if (i >= length) {
        return false;
    }
    if (seq->header.type == PLIST) {
        PLIST_SET_ITEM(seq, i, value);
        return true;
    }
    if (seq->header.type == PBYTEARRAY && IS_PSMALLINT(value) &&
        (uint32_t)PSMALLINT_VALUE(value) < 256) {
        ((uint8_t *)(PSEQUENCE_BUFFER(seq) + 1))[i] = (uint8_t)PSMALLINT_VALUE(value);
        return true;
    }
    return false;
}

/* The next value of an iterator over what programs loop over most, or NULL: the general
 * path knows. */
static inline PObject *iter_fast(PObject *o)
{
    PIterator *it = (PIterator *)o;
    if (it->header.aux == ITER_LIST) {
        PObject *list = it->iterable;
        return it->index < list->header.length ? PLIST_ITEM(list, it->index++) : NULL;
    }
    if (it->header.aux == ITER_RANGE) {
        PRangeIterator *range = (PRangeIterator *)o;
        int64_t value = range->next;
        if (range->left && PSMALLINT_FITS(value)) {
            range->left--;
            range->next = value + range->step;
            return PSMALLINT_NEW(value);
        }
    }
    return NULL;
}

#endif
