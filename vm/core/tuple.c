/* SPDX-License-Identifier: MIT */
/* tuple.c -- tuple. */
#include "tuple.h"
#include "exc.h"
#include "gc.h"
#include "iter.h"
#include "list.h"
#include "obj.h"
#include "seq.h"
#include "slice.h"
#include "state.h"
#include "text.h"
#include <string.h>

static PTuple *new_raw(uint32_t n)
{
    if (n > UINT32_MAX / sizeof(PObject *) - 8) {
        return NULL;
    }
    PTuple *t = gc_new_raw(PTUPLE, POBJ_HASHABLE, sizeof *t + n * sizeof(PObject *));
    if (t) {
        t->header.length = n;
    }
    return t;
}

PTuple *tuple_new(uint32_t n)
{
    if (n == 0 && vm.empty_tuple) {
        return (PTuple *)vm.empty_tuple;
    }
    PTuple *t = new_raw(n);
    if (t) {
        memset(tuple_items(t), 0, n * sizeof(PObject *));
    }
    return t;
}

PTuple *tuple_from(uint32_t n, PObject *const *items)
{
    if (n == 0) {
        return tuple_new(0);
    }
    PTuple *t = new_raw(n);
    if (t) {
        memcpy(tuple_items(t), items, n * sizeof *items);
    }
    return t;
}

PTuple *tuple_pair(PObject *a, PObject *b)
{
    PTuple *t = gc_new_fast(PTUPLE, POBJ_HASHABLE, sizeof *t + 2 * sizeof(PObject *));
    if (t) {
        t->header.length = 2;
        tuple_items(t)[0] = a;
        tuple_items(t)[1] = b;
    }
    return t;
}

err_t tuple_from_iterable(PObject *iterable, PTuple **res)
{
    if (IS_OBJ(iterable, PTUPLE)) {
        *res = (PTuple *)iterable;
        return ERR_OK;
    }
    PList *list = (PList *)iterable;
    if (!IS_OBJ(iterable, PLIST)) {
        err_t err = list_from_iterable(iterable, &list);
        if (err != ERR_OK) {
            return err;
        }
    }
    PTuple *t = tuple_new(list->header.length);
    if (!t) {
        return ERR_MEMORY_EXC;
    }
    if (list->header.length) {
        memcpy(tuple_items(t), list_items(list),
               list->header.length * sizeof(PObject *));
    }
    *res = t;
    return ERR_OK;
}

static err_t repr(PObject *self, struct text *out)
{
    return seq_repr(self, out, "(", self->header.length == 1 ? ",)" : ")");
}

static err_t hash(PObject *self, uint32_t *hash)
{
    uint32_t h = 0x345678u + self->header.length;
    for (uint32_t i = 0; i < self->header.length; i++) {
        uint32_t item;
        err_t err = obj_hash(PTUPLE_ITEM(self, i), &item);
        if (err != ERR_OK) {
            return err;
        }
        h = (h ^ item) * 0x01000193u;
        h ^= h >> 15;
    }
    *hash = h;
    return ERR_OK;
}

static err_t concat(PTuple *a, PTuple *b, PObject **res)
{
    uint32_t n = a->header.length, m = b->header.length;
    PTuple *t = tuple_new(n + m);
    if (!t) {
        return ERR_MEMORY_EXC;
    }
    memcpy(tuple_items(t), tuple_items(a), n * sizeof(PObject *));
    memcpy(tuple_items(t) + n, tuple_items(b), m * sizeof(PObject *));
    *res = (PObject *)t;
    return ERR_OK;
}

static err_t repeat(PTuple *a, PObject *count, PObject **res)
{
    uint32_t times, n = a->header.length;
    bool ok;
    err_t err = seq_repeat_count(count, n, &times, &ok);
    *res = P_NOT_IMPLEMENTED;
    if (err != ERR_OK || !ok) {
        return err;
    }
    PTuple *t = tuple_new(n * times);
    if (!t) {
        return ERR_MEMORY_EXC;
    }
    if (times) {
        memcpy(tuple_items(t), tuple_items(a), n * sizeof(PObject *));
        seq_repeat(tuple_items(t), n, times);
    }
    *res = (PObject *)t;
    return ERR_OK;
}

static err_t binary(binary_t op, PObject *a, PObject *b, PObject **res)
{
    *res = P_NOT_IMPLEMENTED;
    if (op == BIN_ADD && IS_OBJ(a, PTUPLE) && !IS_OBJ(b, PINSTANCE)) {
        return IS_OBJ(b, PTUPLE)
                   ? concat((PTuple *)a, (PTuple *)b, res)
                   : vm_raise(ERR_TYPE_EXC,
                              "can only concatenate tuple (not \"%s\") to tuple",
                              type_name_of(b));
    }
    if (op == BIN_MUL) {
        return IS_OBJ(a, PTUPLE) ? repeat((PTuple *)a, b, res)
                                 : repeat((PTuple *)b, a, res);
    }
    return ERR_OK;
}

static err_t getitem(PObject *self, PObject *key, PObject **res)
{
    uint32_t i, count;
    if (!IS_OBJ(key, PSLICE)) {
        err_t err = slice_index(key, &self->header.length, "tuple", &i);
        *res = err == ERR_OK ? PTUPLE_ITEM(self, i) : NULL;
        return err;
    }
    int64_t start, stop, step;
    err_t err = slice_indices(key, &self->header.length, &start, &stop, &step, &count);
    if (err != ERR_OK) {
        return err;
    }
    PTuple *t = tuple_new(count);
    if (!t) {
        return ERR_MEMORY_EXC;
    }
    for (i = 0; i < count; i++, start += step) {
        tuple_items(t)[i] = PTUPLE_ITEM(self, start);
    }
    *res = (PObject *)t;
    return ERR_OK;
}

static err_t iter(PObject *self, PObject **res)
{
    *res = (PObject *)iter_new(ITER_TUPLE, self, NULL);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static const type_method_t methods[] = {
    {NAME_count, 1, 1, seq_count, NULL},
    {NAME_index, 1, 3, seq_index, NULL},
};

const type_ops_t tuple_ops = {
    .repr = repr,
    .hash = hash,
    .compare = seq_compare,
    .binary = binary,
    .is_true = seq_is_true,
    .len = seq_len,
    .iter = iter,
    .getitem = getitem,
    .contains = seq_contains,
    .methods = methods,
    .nmethods = sizeof methods / sizeof *methods,
};
