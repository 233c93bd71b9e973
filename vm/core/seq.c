/* SPDX-License-Identifier: MIT */
/* seq.c -- what list and tuple share: searching, comparing, repr, repeating. */
#include "seq.h"
#include "exc.h"
#include "int.h"
#include "obj.h"
#include "text.h"
#include <string.h>

/* Item i, re-read each time, or NULL behind the end. */
static inline PObject *item_at(PObject *seq, uint32_t i)
{
    return i < seq->header.length ? PSEQUENCE_OBJECTS(seq)[i] : NULL;
}

err_t seq_find(PObject *seq, PObject *item, uint32_t from, uint32_t to, uint32_t *index)
{
    *index = UINT32_MAX;
    for (uint32_t i = from; i < to; i++) {
        PObject *x = item_at(seq, i);
        if (!x) {
            break;
        }
        bool equal = x == item;
        if (!equal && !(IS_PSMALLINT(x) && IS_PSMALLINT(item))) {
            err_t err = obj_equal(x, item, &equal);
            if (err != ERR_OK) {
                return err;
            }
        }
        if (equal) {
            *index = i;
            break;
        }
    }
    return ERR_OK;
}

err_t seq_contains(PObject *seq, PObject *item, bool *res)
{
    uint32_t index;
    err_t err = seq_find(seq, item, 0, seq->header.length, &index);
    *res = index != UINT32_MAX;
    return err;
}

/* The first position where two sequences differ, or where one ends. */
static err_t first_difference(PObject *a, PObject *b, uint32_t *at)
{
    for (uint32_t i = 0;; i++) {
        PObject *x = item_at(a, i), *y = item_at(b, i);
        bool equal = x && y;
        if (equal && x != y) {
            err_t err = obj_equal(x, y, &equal);
            if (err != ERR_OK) {
                return err;
            }
        }
        if (!equal) {
            *at = i;
            return ERR_OK;
        }
    }
}

static bool order_holds(compare_t op, uint32_t a, uint32_t b)
{
    switch (op) {
    case CMP_LT:
        return a < b;
    case CMP_LE:
        return a <= b;
    case CMP_GT:
        return a > b;
    case CMP_GE:
        return a >= b;
    case CMP_NE:
        return a != b;
    default:
        return a == b;
    }
}

err_t seq_compare(compare_t op, PObject *a, PObject *b, PObject **res)
{
    uint32_t at;
    if (PTYPE(a) != PTYPE(b)) {
        *res = P_NOT_IMPLEMENTED;
        return ERR_OK;
    }
    if (op == CMP_EQ && a->header.length != b->header.length) {
        *res = P_FALSE;
        return ERR_OK;
    }
    err_t err = obj_check_recursion(" in comparison");
    if (err == ERR_OK) {
        err = first_difference(a, b, &at);
    }
    if (err != ERR_OK) {
        return err;
    }
    PObject *x = item_at(a, at), *y = item_at(b, at);
    if (!x || !y) {
        *res = PBOOL_NEW(order_holds(op, a->header.length, b->header.length));
        return ERR_OK;
    }
    if (op == CMP_EQ) {
        *res = P_FALSE;
        return ERR_OK;
    }
    return obj_compare(op, x, y, res);
}

/* ---- repr ---- */

/* Of all threads: a user's __repr__ may let another one in, so they may leave in any
 * order. */
static repr_mark_t *innermost;

/* A container in itself is looked for so many levels up. A longer circle ends with the
 * C stack, as does anything nested so deep; looking at all levels would take the square
 * of their number. */
enum { REPR_NEAR = 1000 };

bool repr_enter(repr_mark_t *mark, PObject *container)
{
    int near = REPR_NEAR;
    for (repr_mark_t *m = innermost; m && near; m = m->outer, near--) {
        if (m->container == container) {
            return false;
        }
    }
    *mark = (repr_mark_t){innermost, container};
    innermost = mark;
    return true;
}

void repr_leave(repr_mark_t *mark)
{
    repr_mark_t **link = &innermost;
    while (*link != mark) {
        link = &(*link)->outer;
    }
    *link = mark->outer;
}

static err_t repr_items(PObject *seq, struct text *out)
{
    PObject *x;
    for (uint32_t i = 0; (x = item_at(seq, i)); i++) {
        if (i) {
            text_add(out, ", ", 2);
        }
        err_t err = obj_repr_to(x, out);
        if (err != ERR_OK) {
            return err;
        }
    }
    return ERR_OK;
}

err_t seq_repr(PObject *seq, struct text *out, const char *open, const char *close)
{
    repr_mark_t mark;
    err_t err = ERR_OK;
    text_add(out, open, strlen(open));
    if (repr_enter(&mark, seq)) {
        err = repr_items(seq, out);
        repr_leave(&mark);
    } else {
        text_add(out, "...", 3);
        close = *close == ',' ? close + 1 : close; /* not of (x,) */
    }
    text_add(out, close, strlen(close));
    return err;
}

/* ---- methods ---- */

err_t seq_count(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    uint32_t n = 0, i = 0, length = self->header.length;
    for (;; i++) {
        err_t err = seq_find(self, args[0], i, length, &i);
        if (err != ERR_OK) {
            return err;
        }
        if (i == UINT32_MAX) {
            break;
        }
        n++;
    }
    *res = int_new(n);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

/* An end of a search range as slices have it: negative from the end, clipped. */
static err_t search_bound(PObject *o, uint32_t length, uint32_t *bound)
{
    int64_t v = 0;
    if (!int_is(o) && !IS_OBJ(o, PINSTANCE)) {
        return vm_raise(ERR_TYPE_EXC,
                        "slice indices must be integers or have an __index__ method");
    }
    err_t err = obj_index(o, &v);
    if (v < 0) {
        v = v < -(int64_t)length ? 0 : v + length;
    }
    *bound = v < length ? (uint32_t)v : length;
    return err;
}

err_t seq_index(int nargs, PObject *self, PObject **args, PObject **res)
{
    uint32_t length = self->header.length, from = 0, to = length, i;
    err_t err = nargs > 1 ? search_bound(args[1], length, &from) : ERR_OK;
    if (err == ERR_OK && nargs > 2) {
        err = search_bound(args[2], length, &to);
    }
    if (err == ERR_OK) {
        err = seq_find(self, args[0], from, to, &i);
    }
    if (err != ERR_OK) {
        return err;
    }
    if (i == UINT32_MAX) {
        return PTYPE(self) == PTUPLE
                   ? vm_raise(ERR_VALUE_EXC, "tuple.index(x): x not in tuple")
                   : vm_raise(ERR_VALUE_EXC, "%R is not in list", args[0]);
    }
    *res = int_new(i);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

err_t seq_len(PObject *seq, uint32_t *len)
{
    *len = seq->header.length;
    return ERR_OK;
}

err_t seq_is_true(PObject *seq, bool *res)
{
    *res = seq->header.length != 0;
    return ERR_OK;
}

err_t seq_repeat_count(PObject *count, uint32_t len, uint32_t *times, bool *ok)
{
    uint8_t type = PTYPE(count);
    *ok = type == PSMALLINT || type == PINTEGER || type == PBOOL || type == PBIGINT;
    int64_t n = 0;
    if (!*ok) { /* with __index__ it comes back as a number: obj_ops.c */
        return ERR_OK;
    }
    err_t err = obj_index(count, &n);
    n = n < 0 ? 0 : n;
    if (err == ERR_OK && len && (uint64_t)n > UINT32_MAX / 8 / len) {
        return ERR_MEMORY_EXC;
    }
    *times = len ? (uint32_t)n : 0;
    return err;
}

void seq_repeat(PObject **to, uint32_t n, uint32_t times)
{
    if (n == 1) {
        for (uint32_t i = 1; i < times; i++) {
            to[i] = to[0];
        }
        return;
    }
    for (uint32_t i = 1; i < times; i++) {
        memcpy(to + (size_t)i * n, to, n * sizeof *to);
    }
}
