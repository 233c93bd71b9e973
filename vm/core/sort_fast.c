/* SPDX-License-Identifier: MIT */
/*
 * sort_fast.c -- keys that are all small integers are sorted by their digits, all
 * others by merging, with a comparison chosen for all-float, all-string or mixed keys.
 */
#include "exc.h"
#include "gc.h"
#include "obj.h"
#include "str.h"

#define INLINE static inline __attribute__((always_inline))
#include "sort_merge.h"

#define DIGITS_FROM 96 /* elements from which sorting by digits pays */

INLINE bool less(sorter_t *s, keys_t keys, PObject *a, PObject *b)
{
    bool result = false;
    switch (keys) {
    case KEYS_INT:
        return (int32_t)(uint32_t)POBJ_WORD(a) < (int32_t)(uint32_t)POBJ_WORD(b);
    case KEYS_FLOAT:
        return FLOAT_VALUE(a) < FLOAT_VALUE(b);
    case KEYS_STR:
        return str_order(a, b) < 0;
    default:
        if (s->err == ERR_OK) {
            s->err = obj_less(a, b, &result);
        }
        return result;
    }
}

/* ---- digits ---- */

#define DIGIT_BITS 8
#define DIGITS (32 / DIGIT_BITS)
#define DIGIT_VALUES (1u << DIGIT_BITS)

static inline uint32_t digit_of(PObject *key, unsigned d)
{
    return (((uint32_t)POBJ_WORD(key) ^ 0x80000000u) >> d * DIGIT_BITS) &
           (DIGIT_VALUES - 1);
}

/* One pass; counts become positions. */
static void deal(PObject **to, PObject **from, uint32_t n, unsigned width, unsigned d,
                 uint32_t *counts)
{
    uint32_t position = 0;
    for (uint32_t v = 0; v < DIGIT_VALUES; v++) {
        uint32_t count = counts[v];
        counts[v] = position;
        position += count;
    }
    for (uint32_t i = 0; i < n; i++, from += width) {
        uint32_t at = counts[digit_of(*from, d)]++;
        move(to + (size_t)at * width, from, width);
    }
}

static err_t digit_sort(sorter_t *s, PObject **a, uint32_t n, unsigned width)
{
    PBuffer *b = gc_new_buffer(DIGITS * DIGIT_VALUES * sizeof(uint32_t), false);
    if (!b) {
        return ERR_MEMORY_EXC;
    }
    uint32_t(*counts)[DIGIT_VALUES] = (uint32_t(*)[DIGIT_VALUES])(void *)b->buffer;
    for (uint32_t i = 0; i < n; i++) {
        for (unsigned d = 0; d < DIGITS; d++) {
            counts[d][digit_of(a[(size_t)i * width], d)]++;
        }
    }
    PObject **from = a, **to = s->temp;
    for (unsigned d = 0; d < DIGITS; d++) {
        if (counts[d][digit_of(from[0], d)] == n) {
            continue; /* all have the same digit */
        }
        deal(to, from, n, width, d, counts[d]);
        PObject **swap = from;
        from = to;
        to = swap;
    }
    if (from != a) {
        memcpy(a, from, (size_t)n * width * sizeof *a);
    }
    return ERR_OK;
}

/* ---- choosing ---- */

static keys_t classify(PObject **a, uint32_t n, unsigned width)
{
    uint8_t type = PTYPE(a[0]);
    keys_t keys = type == PSMALLINT ? KEYS_INT
                  : type == PFLOAT  ? KEYS_FLOAT
                  : type == PSTRING ? KEYS_STR
                                    : KEYS_ANY;
    for (uint32_t i = 1; keys != KEYS_ANY && i < n; i++) {
        if (PTYPE(a[(size_t)i * width]) != type) {
            keys = KEYS_ANY;
        }
    }
    return keys;
}

err_t sort_elements(PObject **a, uint32_t n, unsigned width)
{
    sorter_t s = {NULL, ERR_OK};
    keys_t keys = classify(a, n, width);
    PBuffer *temp = gc_new_buffer((size_t)n * width * sizeof *a, true);
    if (!temp) {
        return ERR_MEMORY_EXC;
    }
    s.temp = (PObject **)temp->buffer;
    switch (keys * 2 + width - 1) {
    case KEYS_INT * 2:
    case KEYS_INT * 2 + 1:
        if (n >= DIGITS_FROM) {
            return digit_sort(&s, a, n, width);
        }
        merge_sort(&s, KEYS_INT, width, a, n);
        break;
    case KEYS_FLOAT * 2:
        merge_sort(&s, KEYS_FLOAT, 1, a, n);
        break;
    case KEYS_FLOAT * 2 + 1:
        merge_sort(&s, KEYS_FLOAT, 2, a, n);
        break;
    case KEYS_STR * 2:
    case KEYS_STR * 2 + 1:
        merge_sort(&s, KEYS_STR, width, a, n);
        break;
    default:
        merge_sort(&s, KEYS_ANY, width, a, n);
    }
    return s.err;
}
