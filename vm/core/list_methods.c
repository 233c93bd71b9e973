/* SPDX-License-Identifier: MIT */
/* list_methods.c -- what Python sees of list: operators, subscripts, methods. */
#include "exc.h"
#include "gc.h"
#include "iter.h"
#include "list.h"
#include "obj.h"
#include "seq.h"
#include "slice.h"
#include "sort.h"
#include "text.h"
#include <string.h>

static err_t repr(PObject *self, struct text *out)
{
    return seq_repr(self, out, "[", "]");
}

/* ---- operators ---- */

static err_t concat(PObject *a, PObject *b, PObject **res)
{
    uint32_t n = a->header.length, m = b->header.length;
    PList *list = list_new(n + m);
    if (!list) {
        return ERR_MEMORY_EXC;
    }
    if (n) {
        memcpy(list_items(list), list_items((PList *)a), n * sizeof(PObject *));
    }
    if (m) {
        memcpy(list_items(list) + n, list_items((PList *)b), m * sizeof(PObject *));
    }
    list->header.length = n + m;
    *res = (PObject *)list;
    return ERR_OK;
}

static err_t repeat(PList *a, PObject *count, PObject **res)
{
    uint32_t times, n = a->header.length;
    bool ok;
    err_t err = seq_repeat_count(count, n, &times, &ok);
    *res = P_NOT_IMPLEMENTED;
    if (err != ERR_OK || !ok) {
        return err;
    }
    PList *list = list_new(n * times);
    if (!list) {
        return ERR_MEMORY_EXC;
    }
    if (times) {
        memcpy(list_items(list), list_items(a), n * sizeof(PObject *));
        seq_repeat(list_items(list), n, times);
        list->header.length = n * times;
    }
    *res = (PObject *)list;
    return ERR_OK;
}

static err_t binary(binary_t op, PObject *a, PObject *b, PObject **res)
{
    *res = P_NOT_IMPLEMENTED;
    if (op == BIN_ADD && IS_OBJ(a, PLIST) && IS_OBJ(b, PLIST)) {
        return concat(a, b, res);
    }
    if (op == BIN_MUL) {
        return IS_OBJ(a, PLIST) ? repeat((PList *)a, b, res)
                                : repeat((PList *)b, a, res);
    }
    if (op == BIN_ADD && IS_OBJ(a, PLIST) && !IS_OBJ(b, PINSTANCE)) {
        return vm_raise(ERR_TYPE_EXC, "can only concatenate list (not \"%s\") to list",
                        type_name_of(b));
    }
    return ERR_OK;
}

static err_t repeat_in_place(PList *list, PObject *count, PObject **res)
{
    uint32_t times, n = list->header.length;
    bool ok;
    err_t err = seq_repeat_count(count, n, &times, &ok);
    *res = P_NOT_IMPLEMENTED;
    if (err != ERR_OK || !ok) {
        return err;
    }
    *res = (PObject *)list;
    if (times == 0) {
        list_del_slice(list, 0, n);
        return ERR_OK;
    }
    err = list_reserve(list, n * times);
    if (err == ERR_OK) {
        seq_repeat(list_items(list), n, times);
        list->header.length = n * times;
    }
    return err;
}

static err_t inplace(binary_t op, PObject *a, PObject *b, PObject **res)
{
    if (op == BIN_ADD) {
        *res = a;
        return list_extend((PList *)a, b);
    }
    if (op == BIN_MUL) {
        return repeat_in_place((PList *)a, b, res);
    }
    *res = P_NOT_IMPLEMENTED;
    return ERR_OK;
}

/* ---- subscripts ---- */

static err_t getitem(PObject *self, PObject *key, PObject **res)
{
    PList *list = (PList *)self;
    if (IS_OBJ(key, PSLICE)) {
        int64_t start, stop, step;
        uint32_t count;
        err_t err =
            slice_indices(key, &self->header.length, &start, &stop, &step, &count);
        if (err != ERR_OK) {
            return err;
        }
        *res = (PObject *)list_slice(list, start, step, count);
        return *res ? ERR_OK : ERR_MEMORY_EXC;
    }
    uint32_t i;
    err_t err = slice_index(key, &self->header.length, "list", &i);
    if (err == ERR_OK) {
        *res = list_items(list)[i];
    }
    return err;
}

/* Puts the items of `from` in place of [start, stop). `from` is another list. */
static err_t replace(PList *list, uint32_t start, uint32_t stop, PList *from)
{
    uint32_t n = list->header.length, m = from->header.length;
    uint32_t tail = n - stop, length = start + m + tail;
    if (length > n) {
        err_t err = list_reserve(list, length);
        if (err != ERR_OK) {
            return err;
        }
    }
    if (!list->seq) {
        return ERR_OK; /* nothing in place of nothing */
    }
    PObject **items = list_items(list);
    memmove(items + start + m, items + stop, tail * sizeof *items);
    if (m) {
        memcpy(items + start, list_items(from), m * sizeof *items);
    }
    if (length < n) {
        memset(items + length, 0, (n - length) * sizeof *items);
    }
    list->header.length = length;
    return ERR_OK;
}

/* del list[start::step] with count > 0 items. */
static void delete_steps(PList *list, int64_t start, int64_t step, uint32_t count)
{
    if (step < 0) {
        start += step * (int64_t)(count - 1);
        step = -step;
    }
    PObject **items = list_items(list);
    uint32_t n = list->header.length, to = (uint32_t)start;
    int64_t next = start;
    uint32_t left = count;
    for (uint32_t i = to; i < n; i++) {
        if (left && i == next) {
            next += step;
            left--;
        } else {
            items[to++] = items[i];
        }
    }
    list->header.length = to;
    memset(items + to, 0, (n - to) * sizeof *items);
}

static err_t assign_steps(PList *list, int64_t start, int64_t step, uint32_t count,
                          PList *from)
{
    if (from->header.length != count) {
        return vm_raise(ERR_VALUE_EXC,
                        "attempt to assign sequence of size %u to extended slice of "
                        "size %u",
                        from->header.length, count);
    }
    for (uint32_t i = 0; i < count; i++, start += step) {
        list_items(list)[start] = list_items(from)[i];
    }
    return ERR_OK;
}

static err_t set_slice(PList *list, PObject *slice, PObject *value)
{
    PList *from = NULL;
    int64_t start, stop, step;
    uint32_t count;
    if (value) { /* a copy: it may be this list or an iterator over it */
        err_t err = list_from_iterable(value, &from);
        if (err == ERR_TYPE_EXC) {
            return vm_raise(ERR_TYPE_EXC, "can only assign an iterable");
        }
        if (err != ERR_OK) {
            return err;
        }
    }
    err_t err =
        slice_indices(slice, &list->header.length, &start, &stop, &step, &count);
    if (err != ERR_OK) {
        return err;
    }
    if (step == 1) {
        stop = start + count;
        if (from) {
            return replace(list, (uint32_t)start, (uint32_t)stop, from);
        }
        list_del_slice(list, (uint32_t)start, (uint32_t)stop);
        return ERR_OK;
    }
    if (from) {
        return assign_steps(list, start, step, count, from);
    }
    if (count) {
        delete_steps(list, start, step, count);
    }
    return ERR_OK;
}

static err_t setitem(PObject *self, PObject *key, PObject *value)
{
    PList *list = (PList *)self;
    if (IS_OBJ(key, PSLICE)) {
        return set_slice(list, key, value);
    }
    uint32_t i;
    err_t err = slice_index(key, &self->header.length, "list assignment", &i);
    if (err != ERR_OK) {
        return err;
    }
    if (value) {
        list_items(list)[i] = value;
    } else {
        list_pop(list, i);
    }
    return ERR_OK;
}

static err_t iter(PObject *self, PObject **res)
{
    *res = (PObject *)iter_new(ITER_LIST, self, NULL);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

/* ---- methods ---- */

static err_t m_append(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)res;
    return list_append((PList *)self, args[0]);
}

static err_t m_insert(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)res;
    int64_t i;
    err_t err = obj_index(args[0], &i);
    if (err != ERR_OK) {
        return err;
    }
    uint32_t n = self->header.length;
    i = i < 0 ? (i < -(int64_t)n ? 0 : i + n) : i;
    return list_insert((PList *)self, i < n ? (uint32_t)i : n, args[1]);
}

static err_t m_extend(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)res;
    return list_extend((PList *)self, args[0]);
}

static err_t m_pop(int nargs, PObject *self, PObject **args, PObject **res)
{
    uint32_t i = self->header.length - 1;
    if (nargs) {
        int64_t at;
        err_t err = obj_index(args[0], &at);
        if (err != ERR_OK) {
            return err;
        }
        at = at < 0 ? at + self->header.length : at;
        if (self->header.length && (at < 0 || at >= self->header.length)) {
            return vm_raise(ERR_INDEX_EXC, "pop index out of range");
        }
        i = (uint32_t)at;
    }
    if (self->header.length == 0) {
        return vm_raise(ERR_INDEX_EXC, "pop from empty list");
    }
    *res = list_pop((PList *)self, i);
    return ERR_OK;
}

static err_t m_remove(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)res;
    uint32_t i;
    err_t err = seq_find(self, args[0], 0, self->header.length, &i);
    if (err != ERR_OK) {
        return err;
    }
    if (i >= self->header.length) {
        return vm_raise(ERR_VALUE_EXC, "list.remove(x): x not in list");
    }
    list_pop((PList *)self, i);
    return ERR_OK;
}

static err_t m_reverse(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args, (void)res;
    list_reverse((PList *)self);
    return ERR_OK;
}

static err_t m_clear(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args, (void)res;
    PList *list = (PList *)self;
    list->header.length = 0;
    list->capacity = 0;
    list->seq = NULL;
    return ERR_OK;
}

static err_t m_copy(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    *res = (PObject *)list_slice((PList *)self, 0, 1, self->header.length);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t m_sort(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)res;
    bool reverse = false;
    if (args[1]) {
        err_t err = obj_is_true(args[1], &reverse);
        if (err != ERR_OK) {
            return err;
        }
    }
    return sort_list((PList *)self, args[0], reverse);
}

#define METHODS(M)                                                                     \
    M(list, append, 1, 1, m_append, NULL)                                              \
    M(list, insert, 2, 2, m_insert, NULL)                                              \
    M(list, extend, 1, 1, m_extend, NULL)                                              \
    M(list, pop, 0, 1, m_pop, NULL)                                                    \
    M(list, remove, 1, 1, m_remove, NULL)                                              \
    M(list, reverse, 0, 0, m_reverse, NULL)                                            \
    M(list, clear, 0, 0, m_clear, NULL)                                                \
    M(list, copy, 0, 0, m_copy, NULL)                                                  \
    M(list, sort, 0, 2, m_sort, "*,key,reverse")
METHODS(OPTIONAL_METHOD)

static const type_method_t methods[] = {{NAME_count, 1, 1, seq_count, NULL},
                                        {NAME_index, 1, 3, seq_index, NULL},
                                        METHODS(METHOD_ROW)};

const type_ops_t list_ops = {
    .repr = repr,
    .compare = seq_compare,
    .binary = binary,
    .inplace = inplace,
    .is_true = seq_is_true,
    .len = seq_len,
    .iter = iter,
    .getitem = getitem,
    .setitem = setitem,
    .contains = seq_contains,
    .methods = methods,
    .nmethods = sizeof methods / sizeof *methods,
};
