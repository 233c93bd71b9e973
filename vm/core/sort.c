/* SPDX-License-Identifier: MIT */
/*
 * sort.c -- stable sorting of lists.
 *
 * While Python may run, the list is empty and its buffer belongs to the sort. The
 * sorting itself is sort_fast.c's.
 */
#include "sort.h"
#include "sort_merge.h"
#include "call.h"
#include "exc.h"
#include "gc.h"
#include "list.h"
#include "obj.h"
#include "str.h"
#include <string.h>

static void reverse(PObject **a, uint32_t n, unsigned width)
{
    PObject **lo = a, **hi = a + (size_t)n * width;
    for (uint32_t i = 0; i < n / 2; i++) {
        hi -= width;
        for (unsigned word = 0; word < width; word++) {
            PObject *swap = lo[word];
            lo[word] = hi[word];
            hi[word] = swap;
        }
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
