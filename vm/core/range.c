/* SPDX-License-Identifier: MIT */
/* range.c -- range objects. */
#include "range.h"
#include "exc.h"
#include "gc.h"
#include "int.h"
#include "iter.h"
#include "obj.h"
#include "slice.h"
#include "text.h"

uint64_t range_count(int64_t start, int64_t stop, int64_t step)
{
    if (step > 0) {
        return start < stop
                   ? ((uint64_t)stop - (uint64_t)start - 1) / (uint64_t)step + 1
                   : 0;
    }
    return start > stop
               ? ((uint64_t)start - (uint64_t)stop - 1) / (0 - (uint64_t)step) + 1
               : 0;
}

PRange *range_new(int64_t start, int64_t stop, int64_t step)
{
    PRange *r = gc_new_fast(PRANGE, POBJ_HASHABLE, sizeof *r);
    if (r) {
        uint64_t n = range_count(start, stop, step);
        r->header.length = n < UINT32_MAX ? (uint32_t)n : UINT32_MAX;
        r->start = start;
        r->stop = stop;
        r->step = step;
    }
    return r;
}

err_t range_from_args(int nargs, PObject **args, PObject **res)
{
    int64_t v[3] = {0, 0, 1};
    for (int i = 0; i < nargs; i++) {
        int64_t *to = nargs == 1 ? &v[1] : &v[i];
        if (IS_PSMALLINT(args[i])) {
            *to = PSMALLINT_VALUE(args[i]);
            continue;
        }
        err_t err = obj_index(args[i], to);
        if (err != ERR_OK) {
            return err;
        }
    }
    if (v[2] == 0) {
        return vm_raise(ERR_VALUE_EXC, "range() arg 3 must not be zero");
    }
    *res = (PObject *)range_new(v[0], v[1], v[2]);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static uint64_t count_of(PObject *self)
{
    PRange *r = (PRange *)self;
    return r->header.length != UINT32_MAX ? r->header.length
                                          : range_count(r->start, r->stop, r->step);
}

/* Value number i, which exists: no intermediate overflow then. */
static int64_t value_at(PRange *r, uint64_t i)
{
    return (int64_t)((uint64_t)r->start + i * (uint64_t)r->step);
}

static err_t repr(PObject *self, struct text *out)
{
    PRange *r = (PRange *)self;
    text_add_c(out, "range(");
    text_add_int(out, r->start);
    text_add_c(out, ", ");
    text_add_int(out, r->stop);
    if (r->step != 1) {
        text_add_c(out, ", ");
        text_add_int(out, r->step);
    }
    return text_add_c(out, ")");
}

/* Ranges are equal when they give the same values. */
static err_t hash(PObject *self, uint32_t *hash)
{
    PRange *r = (PRange *)self;
    uint64_t n = count_of(self);
    uint32_t h = (uint32_t)n * 0x9E3779B1u;
    h ^= n > 0 ? (uint32_t)r->start * 31 : 0;
    h ^= n > 1 ? (uint32_t)r->step * 0x85EBCA6Bu : 0;
    *hash = h;
    return ERR_OK;
}

static err_t compare(compare_t op, PObject *a, PObject *b, PObject **res)
{
    if (op != CMP_EQ || !IS_OBJ(b, PRANGE)) {
        *res = P_NOT_IMPLEMENTED;
        return ERR_OK;
    }
    PRange *r = (PRange *)a, *s = (PRange *)b;
    uint64_t n = count_of(a);
    *res = PBOOL_NEW(n == count_of(b) && (n == 0 || r->start == s->start) &&
                     (n < 2 || r->step == s->step));
    return ERR_OK;
}

static err_t is_true(PObject *self, bool *res)
{
    *res = self->header.length != 0;
    return ERR_OK;
}

static err_t len(PObject *self, uint32_t *len)
{
    if (self->header.length == UINT32_MAX) {
        return vm_raise(ERR_OVERFLOW_EXC,
                        "Python int too large to convert to C ssize_t");
    }
    *len = self->header.length;
    return ERR_OK;
}

static err_t iter(PObject *self, PObject **res)
{
    PRange *r = (PRange *)self;
    *res = (PObject *)iter_new_range(r->start, r->stop, r->step);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t subrange(PRange *r, PObject *slice, PObject **res)
{
    int64_t start, stop, step;
    uint32_t count;
    err_t err = slice_indices(slice, &r->header.length, &start, &stop, &step, &count);
    if (err != ERR_OK) {
        return err;
    }
    int64_t first = value_at(r, (uint64_t)start), last = value_at(r, (uint64_t)stop);
    *res = (PObject *)range_new(first, last,
                                (int64_t)((uint64_t)r->step * (uint64_t)step));
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t getitem(PObject *self, PObject *key, PObject **res)
{
    PRange *r = (PRange *)self;
    int64_t i;
    if (IS_OBJ(key, PSLICE)) {
        return subrange(r, key, res);
    }
    if (!int_is(key) && !IS_OBJ(key, PINSTANCE)) {
        return vm_raise(ERR_TYPE_EXC,
                        "range indices must be integers or slices, not %s",
                        type_name_of(key));
    }
    err_t err = obj_index(key, &i);
    if (err != ERR_OK) {
        return err;
    }
    uint64_t n = count_of(self);
    uint64_t at = i < 0 ? n + (uint64_t)i : (uint64_t)i;
    if (at >= n || (i < 0 && 0 - (uint64_t)i > n)) {
        return vm_raise(ERR_INDEX_EXC, "range object index out of range");
    }
    *res = int_new(value_at(r, at));
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

/* Position of an integer, or UINT64_MAX. */
static uint64_t position_of(PRange *r, int64_t v)
{
    bool up = r->step > 0;
    if (up ? v < r->start || v >= r->stop : v > r->start || v <= r->stop) {
        return UINT64_MAX;
    }
    uint64_t distance =
        up ? (uint64_t)v - (uint64_t)r->start : (uint64_t)r->start - (uint64_t)v;
    uint64_t step = up ? (uint64_t)r->step : 0 - (uint64_t)r->step;
    return distance % step ? UINT64_MAX : distance / step;
}

/* Values that are no integers are compared one by one, as CPython does. */
static err_t find(PRange *r, PObject *item, uint64_t *at)
{
    int64_t v;
    *at = UINT64_MAX;
    if (int_is(item)) {
        if (int_get(item, &v)) {
            *at = position_of(r, v);
        }
        return ERR_OK;
    }
    uint64_t n = count_of((PObject *)r);
    for (uint64_t i = 0; i < n; i++) {
        PObject *value = int_new(value_at(r, i));
        bool equal;
        err_t err = value ? obj_equal(value, item, &equal) : ERR_MEMORY_EXC;
        if (err != ERR_OK) {
            return err;
        }
        if (equal) {
            *at = i;
            return ERR_OK;
        }
    }
    return ERR_OK;
}

static err_t contains(PObject *self, PObject *item, bool *res)
{
    uint64_t at;
    err_t err = find((PRange *)self, item, &at);
    *res = at != UINT64_MAX;
    return err;
}

static err_t m_count(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    uint64_t at;
    err_t err = find((PRange *)self, args[0], &at);
    *res = PSMALLINT_NEW(at != UINT64_MAX);
    return err;
}

static err_t m_index(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    uint64_t at;
    err_t err = find((PRange *)self, args[0], &at);
    if (err != ERR_OK) {
        return err;
    }
    if (at == UINT64_MAX) {
        return vm_raise(ERR_VALUE_EXC, "%R is not in range", args[0]);
    }
    *res = int_new((int64_t)at);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t getattr(PObject *self, uint16_t name, PObject **res)
{
    PRange *r = (PRange *)self;
    *res = NULL;
    if (name == NAME_start || name == NAME_stop || name == NAME_step) {
        *res = int_new(name == NAME_start  ? r->start
                       : name == NAME_stop ? r->stop
                                           : r->step);
        return *res ? ERR_OK : ERR_MEMORY_EXC;
    }
    return ERR_OK;
}

#define METHODS(M)                                                                     \
    M(range, count, 1, 1, m_count, NULL)                                               \
    M(range, index, 1, 1, m_index, NULL)
METHODS(OPTIONAL_METHOD)

static const type_method_t methods[] = {METHODS(METHOD_ROW)};

const type_ops_t range_ops = {
    .repr = repr,
    .hash = hash,
    .compare = compare,
    .is_true = is_true,
    .len = len,
    .iter = iter,
    .getitem = getitem,
    .contains = contains,
    .getattr = getattr,
    .methods = methods,
    .nmethods = sizeof methods / sizeof *methods,
};
