/* SPDX-License-Identifier: MIT */
/*
 * sort_merge.h -- stable sorting of an array by merging. Included by sort_fast.c, which
 * has it compiled for each kind of keys, and by fast_sort_none.c, once; they say what
 * INLINE is and what `less` does.
 *
 * Elements are one word (the item) or two (key, item).
 */
#ifndef CORE_SORT_MERGE_H
#define CORE_SORT_MERGE_H

#include "value.h"
#include <string.h>

typedef enum { KEYS_INT, KEYS_FLOAT, KEYS_STR, KEYS_ANY } keys_t;

typedef struct {
    PObject *
        *temp; /* as many words as are sorted, in a buffer that the collector scans */
    err_t err; /* of a comparison; the sort then ends in any order */
} sorter_t;

/* a ascending, by the first of each element's `width` words. Context: thread with the
 * GIL. */
err_t sort_elements(PObject **a, uint32_t n, unsigned width);

#ifdef INLINE

#define RUN 12 /* shorter pieces are sorted by insertion */

/* a < b */
INLINE bool less(sorter_t *s, keys_t keys, PObject *a, PObject *b);

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

#endif
#endif
