/* SPDX-License-Identifier: MIT */
/* list.c -- list: storage and the operations that C uses; its Python side is in
 * list_methods.c. */
#include "list.h"
#include "exc.h"
#include "gc.h"
#include "iter.h"
#include "obj.h"
#include "seq.h"
#include "state.h"
#include "tuple.h"
#include <string.h>

/* A list longer than this could not be indexed by 32-bit byte counts. */
#define LIST_MAX (UINT32_MAX / sizeof(PObject *) - 8)

PList *list_new(uint32_t capacity)
{
    PList *list = gc_new_fast(PLIST, POBJ_MUTABLE, sizeof *list);
    if (!list) {
        return NULL;
    }
    list->seq = NULL;
    list->capacity = 0;
    if (capacity && list_reserve(list, capacity) != ERR_OK) {
        return NULL;
    }
    return list;
}

PList *list_from(uint32_t n, PObject *const *items)
{
    PList *list = list_new(n);
    if (!list || n == 0) {
        return list;
    }
    if (items) {
        memcpy(list_items(list), items, n * sizeof *items);
    } else {
        for (uint32_t i = 0; i < n; i++) {
            list_items(list)[i] = P_NONE;
        }
    }
    list->header.length = n;
    return list;
}

err_t list_reserve(PList *list, uint32_t capacity)
{
    if (capacity <= list->capacity) {
        return ERR_OK;
    }
    if (capacity > LIST_MAX) {
        return ERR_MEMORY_EXC;
    }
    PBuffer *buffer = gc_new_buffer(capacity * sizeof(PObject *), true);
    if (!buffer) {
        return ERR_MEMORY_EXC;
    }
    if (list->header.length) {
        memcpy(buffer->buffer, list_items(list),
               list->header.length * sizeof(PObject *));
    }
    list->seq = buffer;
    list->capacity = capacity;
    return ERR_OK;
}

err_t list_append_slow(PList *list, PObject *item)
{
    uint32_t n = list->header.length;
    err_t err = list_reserve(list, n + n / 2 + 4);
    if (err != ERR_OK) {
        err = list_reserve(list, n + 1); /* nearly full: one more may still fit */
    }
    if (err == ERR_OK) {
        list_items(list)[n] = item;
        list->header.length = n + 1;
    }
    return err;
}

/* Makes room for n more items, growing by half when it must. */
static err_t reserve_more(PList *list, uint32_t n)
{
    uint32_t length = list->header.length, least = length + n;
    if (least < n) {
        return ERR_MEMORY_EXC;
    }
    if (least <= list->capacity) {
        return ERR_OK;
    }
    uint32_t roomy = length + length / 2;
    return list_reserve(list, list->seq && roomy > least ? roomy : least);
}

static err_t append_items(PList *list, PObject *from)
{
    uint32_t n = from->header.length;
    err_t err = reserve_more(list, n);
    if (err == ERR_OK && n) { /* from may be the list itself */
        PObject **items = IS_OBJ(from, PLIST) ? list_items((PList *)from)
                                              : tuple_items((PTuple *)from);
        memcpy(list_items(list) + list->header.length, items, n * sizeof *items);
        list->header.length += n;
    }
    return err;
}

static err_t append_one(void *ctx, PObject *value)
{
    return list_append(ctx, value);
}

err_t list_extend(PList *list, PObject *iterable)
{
    if (IS_OBJ(iterable, PLIST) || IS_OBJ(iterable, PTUPLE)) {
        return append_items(list, iterable);
    }
    uint32_t hint = iter_length_hint(iterable);
    if (hint) {
        err_t err = reserve_more(list, hint);
        if (err != ERR_OK) {
            return err;
        }
    }
    return iter_for_each(iterable, append_one, list);
}

err_t list_insert(PList *list, uint32_t index, PObject *item)
{
    err_t err = list_append(list, item);
    if (err == ERR_OK) {
        PObject **at = list_items(list) + index;
        memmove(at + 1, at, (list->header.length - 1 - index) * sizeof *at);
        *at = item;
    }
    return err;
}

/* What lies behind the length is empty: it must not keep objects alive. */
static void set_length(PList *list, uint32_t n)
{
    uint32_t old = list->header.length;
    list->header.length = n;
    if (n < old) {
        memset(list_items(list) + n, 0, (old - n) * sizeof(PObject *));
    }
}

PObject *list_pop(PList *list, uint32_t index)
{
    uint32_t last = list->header.length - 1;
    PObject **items = list_items(list), *item = items[index];
    if (index < last) {
        memmove(items + index, items + index + 1, (last - index) * sizeof *items);
    }
    items[last] = NULL;
    list->header.length = last;
    return item;
}

void list_del_slice(PList *list, uint32_t start, uint32_t stop)
{
    if (start < stop) {
        uint32_t n = list->header.length;
        PObject **items = list_items(list);
        memmove(items + start, items + stop, (n - stop) * sizeof *items);
        set_length(list, n - (stop - start));
    }
}

err_t list_from_iterable(PObject *iterable, PList **res)
{
    PList *list = list_new(0);
    if (!list) {
        return ERR_MEMORY_EXC;
    }
    *res = list;
    return list_extend(list, iterable);
}

PList *list_slice(PList *list, int64_t start, int64_t step, uint32_t count)
{
    PList *part = list_new(count);
    if (!part || count == 0) {
        return part;
    }
    PObject **to = list_items(part), **from = list_items(list);
    if (step == 1) {
        memcpy(to, from + start, count * sizeof *to);
    } else {
        for (uint32_t i = 0; i < count; i++, start += step) {
            to[i] = from[start];
        }
    }
    part->header.length = count;
    return part;
}

void list_reverse(PList *list)
{
    if (list->header.length < 2) {
        return;
    }
    PObject **lo = list_items(list), **hi = lo + list->header.length - 1;
    for (; lo < hi; lo++, hi--) {
        PObject *o = *lo;
        *lo = *hi;
        *hi = o;
    }
}
