/* SPDX-License-Identifier: MIT */
/*
 * list.h -- list: a header, a buffer of values and a capacity.
 *
 * Functions that return a pointer return NULL when memory is out. Indices are already
 * normalized unless said otherwise. A pointer into the items is good until the next
 * call that may grow this list or run Python. Context: thread with the GIL.
 */
#ifndef CORE_LIST_H
#define CORE_LIST_H

#include "type.h"

extern const type_ops_t list_ops;

/* An empty list with room for `capacity` items. */
PList *list_new(uint32_t capacity);
/* A list of n items; items may be NULL: then they are None. */
PList *list_from(uint32_t n, PObject *const *items);

static inline PObject **list_items(const PList *list)
{
    return (PObject **)list->seq->buffer;
}

/* Makes room for at least `capacity` items. ERR_MEMORY_EXC. */
err_t list_reserve(PList *list, uint32_t capacity);

/* Appends after growing: the cold half of list_append. */
err_t list_append_slow(PList *list, PObject *item);

static inline err_t list_append(PList *list, PObject *item)
{
    uint32_t n = list->header.length;
    if (n < list->capacity) {
        list_items(list)[n] = item;
        list->header.length = n + 1;
        return ERR_OK;
    }
    return list_append_slow(list, item);
}

/* Appends what an iterable gives. */
err_t list_extend(PList *list, PObject *iterable);
/* Inserts before `index`, 0 … length. */
err_t list_insert(PList *list, uint32_t index, PObject *item);
/* Removes and returns item `index`, which exists. */
PObject *list_pop(PList *list, uint32_t index);
/* Removes items [start, stop). */
void list_del_slice(PList *list, uint32_t start, uint32_t stop);
/* list(iterable). */
err_t list_from_iterable(PObject *iterable, PList **res);
/* A new list of items [start, start + count·step). */
PList *list_slice(PList *list, int64_t start, int64_t step, uint32_t count);
/* Exchanges the items' order. */
void list_reverse(PList *list);

#endif
