/* SPDX-License-Identifier: MIT */
/*
 * iter.h -- iterators over built-in types, and the objects of enumerate, zip, map,
 * filter, reversed.
 *
 * Context: thread with the GIL.
 */
#ifndef CORE_ITER_H
#define CORE_ITER_H

#include "type.h"

extern const type_ops_t iterator_ops, enumerate_ops, zip_ops, map_ops, filter_ops,
    reversed_ops;

/* Kind of a PITERATOR or PREVERSED: its header.aux. */
enum {
    ITER_LIST, /* list: its length is looked at each time */
    ITER_TUPLE,
    ITER_RANGE,  /* fields in PRangeIterator */
    ITER_STRING, /* index: byte offset */
    ITER_BYTES,  /* bytes, bytearray, shorts, shortarray, by obj_getitem-like reads */
    ITER_KEYS,   /* dict, set, frozenset, keys() */
    ITER_VALUES,
    ITER_ITEMS,
    ITER_CALL,     /* iter(callable, sentinel): extra is the sentinel */
    ITER_SEQUENCE, /* an object with __getitem__ only */
    ITER_DONE,     /* exhausted: stays so */
};

/* ITER_RANGE: what is left. */
typedef struct {
    PObjectHeader header;
    PObject *iterable; /* the range */
    PObject *extra;
    uint64_t left;
    int64_t next, step;
} PRangeIterator;

/* __iter__ and __next__, which every iterator has. */
#define ITER_METHODS 2
extern const type_method_t iter_methods[ITER_METHODS];

/* "list_iterator" … */
const char *iter_type_name(PIterator *it);

/* A new iterator of a kind above; NULL when memory is out. */
PIterator *iter_new(uint16_t kind, PObject *iterable, PObject *extra);
/* iter(range) without the range object. */
PRangeIterator *iter_new_range(int64_t start, int64_t stop, int64_t step);
err_t iter_new_call(PObject *callable, PObject *sentinel, PObject **res);
err_t iter_new_enumerate(PObject *iterable, PObject *start, PObject **res);
err_t iter_new_zip(int nargs, PObject **iterables, bool strict, PObject **res);
err_t iter_new_map(PObject *fn, int nargs, PObject **iterables, PObject **res);
err_t iter_new_filter(PObject *fn, PObject *iterable, PObject **res);
err_t iter_new_reversed(PObject *sequence, PObject **res);

/*
 * Calls `each` for every value of an iterable, without an iterator object for lists and
 * tuples. Stops at an error, which is returned.
 */
err_t iter_for_each(PObject *iterable, err_t (*each)(void *ctx, PObject *value),
                    void *ctx);

/* How many values are likely to come; 0 when unknown. A hint for capacities, never more
 * than 2^24. */
uint32_t iter_length_hint(PObject *iterable);

/* Exactly n values of an iterable into out[]; ValueError with CPython's texts
 * otherwise. */
err_t iter_unpack(PObject *iterable, uint32_t n, PObject **out);

#endif
