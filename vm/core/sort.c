/* SPDX-License-Identifier: MIT */
/*
 * sort.c -- stable sorting of lists.
 *
 * Elements are one word (the item) or two (key, item). Keys that are all small integers
 * are sorted by their digits; all others by merging, with a comparison chosen for
 * all-float, all-string or mixed keys. While Python may run, the list is empty and its
 * buffer belongs to the sort.
 */
#include "sort.h"
#include "call.h"
#include "exc.h"
#include "gc.h"
#include "list.h"
#include "obj.h"
#include "str.h"
#include <string.h>

typedef enum { KEYS_INT, KEYS_FLOAT, KEYS_STR, KEYS_ANY } keys_t;

typedef struct {
    PObject *
        *temp; /* as many words as are sorted, in a buffer that the collector scans */
    err_t err; /* of a comparison; the sort then ends in any order */
} sorter_t;

#define INLINE static inline __attribute__((always_inline))
#define RUN 12         /* shorter pieces are sorted by insertion */
#define DIGITS_FROM 96 /* elements from which sorting by digits pays */

/* a < b */
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

INLINE void move(PObject **to, PObject *const *from, unsigned width)
{
    to[0] = from[0];
    if (width == 2) {
        to[1] = from[1];
    }
}

/* ---- merging ---- */

INLINE void insertion(sorter_t *s, keys_t keys, unsigned width, PObject **a, uint32_t n)
{
    for (uint32_t i = 1; i < n; i++) {
        PObject *element[2];
        PObject **at = a + (size_t)i * width;
        move(element, at, width);
        while (at > a && less(s, keys, element[0], at[-(int)width])) {
            move(at, at - width, width);
            at -= width;
        }
        move(at, element, width);
    }
}

/* [a, a + n) and [a + n, a + n + m) are sorted and not in order. */
INLINE void merge(sorter_t *s, keys_t keys, unsigned width, PObject **a, uint32_t n,
                  uint32_t m)
{
    PObject **left = s->temp, **left_end = left + (size_t)n * width;
    PObject **right = a + (size_t)n * width, **end = right + (size_t)m * width;
    memcpy(left, a, (size_t)n * width * sizeof *a);
    while (left < left_end && right < end) {
        if (less(s, keys, right[0], left[0])) {
            move(a, right, width);
            right += width;
        } else {
            move(a, left, width);
            left += width;
        }
        a += width;
    }
    memcpy(a, left, (size_t)(left_end - left) * sizeof *a);
}

/* Bottom up: pieces of RUN, then twice as long, and so on. Pieces already in order are
 * not touched. */
INLINE void merge_sort(sorter_t *s, keys_t keys, unsigned width, PObject **a,
                       uint32_t n)
{
    for (uint32_t i = 0; i < n; i += RUN) {
        insertion(s, keys, width, a + (size_t)i * width, n - i < RUN ? n - i : RUN);
    }
    for (uint32_t piece = RUN; piece < n && s->err == ERR_OK; piece *= 2) {
        for (uint32_t i = 0; n - i > piece; i += 2 * piece) {
            PObject **left = a + (size_t)i * width,
                    **right = left + (size_t)piece * width;
            uint32_t m = n - i - piece < piece ? n - i - piece : piece;
            if (less(s, keys, right[0], right[-(int)width])) {
                merge(s, keys, width, left, piece, m);
            }
            if (n - i <= 2 * piece) {
                break;
            }
        }
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

static err_t sort_elements(PObject **a, uint32_t n, unsigned width)
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

static void reverse(PObject **a, uint32_t n, unsigned width)
{
    PObject **lo = a, **hi = a + (size_t)n * width;
    for (uint32_t i = 0; i < n / 2; i++) {
        PObject *swap[2];
        hi -= width;
        move(swap, lo, width);
        move(lo, hi, width);
        move(hi, swap, width);
        lo += width;
    }
}

static err_t sort_either_way(PObject **a, uint32_t n, unsigned width, bool backward)
{
    if (n < 2) {
        return ERR_OK;
    }
    if (backward) { /* equal elements keep their order: turned round twice */
        reverse(a, n, width);
    }
    err_t err = sort_elements(a, n, width);
    if (backward) {
        reverse(a, n, width);
    }
    return err;
}

/* Sorts items by key(item). */
static err_t sort_by_key(PObject **items, uint32_t n, PObject *key, bool backward)
{
    PBuffer *b = gc_new_buffer((size_t)n * 2 * sizeof *items, true);
    if (!b) {
        return ERR_MEMORY_EXC;
    }
    PObject **pairs = (PObject **)b->buffer;
    for (uint32_t i = 0; i < n; i++) {
        pairs[2 * i + 1] = items[i];
        err_t err = vm_call(key, &pairs[2 * i], 1, &items[i]);
        if (err != ERR_OK) {
            return err;
        }
    }
    err_t err = sort_either_way(pairs, n, 2, backward);
    for (uint32_t i = 0; i < n; i++) {
        items[i] = pairs[2 * i + 1];
    }
    return err;
}

err_t sort_list(PList *list, PObject *key, bool backward)
{
    uint32_t n = list->header.length, capacity = list->capacity;
    PBuffer *buffer = list->seq;
    if (n == 0) {
        return ERR_OK;
    }
    list->seq = NULL;
    list->header.length = list->capacity = 0;
    PObject **items = (PObject **)buffer->buffer;
    err_t err = key && !IS_NONE(key) ? sort_by_key(items, n, key, backward)
                                     : sort_either_way(items, n, 1, backward);
    bool modified = list->seq != NULL;
    list->seq = buffer;
    list->header.length = n;
    list->capacity = capacity;
    if (err == ERR_OK && modified) {
        return vm_raise(ERR_VALUE_EXC, "list modified during sort");
    }
    return err;
}

err_t sort_sorted(PObject *iterable, PObject *key, bool backward, PList **res)
{
    err_t err = list_from_iterable(iterable, res);
    return err == ERR_OK ? sort_list(*res, key, backward) : err;
}
