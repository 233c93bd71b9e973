/* SPDX-License-Identifier: MIT */
/*
 * seq.h -- what list and tuple share: both are an array of values.
 *
 * Functions take the sequence, not its items: comparing items may run Python that
 * changes a list. Context: thread with the GIL.
 */
#ifndef CORE_SEQ_H
#define CORE_SEQ_H

#include "type.h"

/* Position of an item equal to `item` in [from, to); *index UINT32_MAX: none. */
err_t seq_find(PObject *seq, PObject *item, uint32_t from, uint32_t to,
               uint32_t *index);
err_t seq_contains(PObject *seq, PObject *item, bool *res);
/* Both of one type. Lexicographic. */
err_t seq_compare(compare_t op, PObject *a, PObject *b, PObject **res);
/* "[a, b]" with the given brackets; "[...]" inside itself. */
err_t seq_repr(PObject *seq, struct text *out, const char *open, const char *close);
/* .count(x) and .index(x, start, stop): methods. */
err_t seq_count(int nargs, PObject *self, PObject **args, PObject **res);
err_t seq_index(int nargs, PObject *self, PObject **args, PObject **res);
err_t seq_len(PObject *seq, uint32_t *len);
err_t seq_is_true(PObject *seq, bool *res);
/* The count of seq * n as int64, 0 when n is negative; *ok false when b is no integer.
 */
err_t seq_repeat_count(PObject *count, uint32_t len, uint32_t *times, bool *ok);
/* Fills to[0 … n·times) with the first n values again and again. */
void seq_repeat(PObject **to, uint32_t n, uint32_t times);

/* A container whose repr is being made, on the C stack of who makes it. */
typedef struct repr_mark {
    struct repr_mark *outer;
    PObject *container;
} repr_mark_t;

/* False: `container` is inside itself, so "[...]" is shown and nothing is to be left.
 */
bool repr_enter(repr_mark_t *mark, PObject *container);
void repr_leave(repr_mark_t *mark);

#endif
