/* SPDX-License-Identifier: MIT */
/* slice.c -- slice objects, and indices of sequences. */
#include "slice.h"
#include "exc.h"
#include "gc.h"
#include "int.h"
#include "obj.h"
#include "text.h"
#include "tuple.h"
#include <string.h>

PSlice *slice_new(PObject *start, PObject *stop, PObject *step)
{
    PSlice *s = gc_new_fast(PSLICE, 0, sizeof *s);
    if (s) {
        s->start = start;
        s->stop = stop;
        s->step = step;
    }
    return s;
}

/* An end of a slice: `none` when it is None. */
static err_t bound_of(PObject *o, int64_t none, int64_t *value)
{
    if (IS_NONE(o)) {
        *value = none;
        return ERR_OK;
    }
    if (IS_PSMALLINT(o)) {
        *value = PSMALLINT_VALUE(o);
        return ERR_OK;
    }
    if (!int_is(o) && !obj_has_index(o)) {
        return vm_raise(ERR_TYPE_EXC, "slice indices must be integers or None or have "
                                      "an __index__ method");
    }
    return obj_index(o, value);
}

/* Counts a negative end from the back and clips it to [low, high]. */
static int64_t clip(int64_t v, uint32_t len, int64_t low, int64_t high)
{
    if (v < 0) {
        v = v < -(int64_t)len ? low : v + len;
    }
    return v < low ? low : v > high ? high : v;
}

err_t slice_indices(PObject *slice, const uint32_t *length, int64_t *start,
                    int64_t *stop, int64_t *step, uint32_t *count)
{
    PSlice *s = (PSlice *)slice;
    err_t err = bound_of(s->step, 1, step);
    if (err != ERR_OK) {
        return err;
    }
    if (*step == 0) {
        return vm_raise(ERR_VALUE_EXC, "slice step cannot be zero");
    }
    if (*step < -INT64_MAX) {
        *step = -INT64_MAX;
    }
    err = bound_of(s->start, INT64_MAX, start);
    if (err == ERR_OK) {
        err = bound_of(s->stop, INT64_MAX, stop);
    }
    if (err != ERR_OK) {
        return err;
    }
    uint32_t len = *length; /* not before: an __index__ may have changed it */
    bool down = *step < 0;
    int64_t low = down ? -1 : 0, high = down ? (int64_t)len - 1 : (int64_t)len;
    *start = IS_NONE(s->start) ? (down ? high : low) : clip(*start, len, low, high);
    *stop = IS_NONE(s->stop) ? (down ? low : high) : clip(*stop, len, low, high);
    *count = 0;
    if (down && *start > *stop) {
        *count = (uint32_t)((*start - *stop - 1) / -*step + 1);
    } else if (!down && *start < *stop) {
        *count = (uint32_t)((*stop - *start - 1) / *step + 1);
    }
    return ERR_OK;
}

err_t slice_index(PObject *key, const uint32_t *length, const char *what,
                  uint32_t *index)
{
    int64_t i;
    if (IS_PSMALLINT(key)) {
        i = PSMALLINT_VALUE(key);
    } else {
        if (!int_is(key) && !obj_has_index(key)) {
            int n = (int)strcspn(what, " "); /* "list assignment" is about a list */
            return vm_raise(ERR_TYPE_EXC,
                            n == 6 ? "%.*s indices must be integers, not '%s'"
                                   : "%.*s indices must be integers or slices, not %s",
                            n, what, type_name_of(key));
        }
        err_t err = obj_index(key, &i);
        if (err != ERR_OK) {
            return err;
        }
    }
    uint32_t len = *length; /* not before: __index__ may have changed it */
    i = i < 0 ? i + len : i;
    if (i < 0 || i >= len) {
        return vm_raise(ERR_INDEX_EXC, "%s index out of range", what);
    }
    *index = (uint32_t)i;
    return ERR_OK;
}

static err_t repr(PObject *self, struct text *out)
{
    PSlice *s = (PSlice *)self;
    text_add_c(out, "slice(");
    err_t err = obj_repr_to(s->start, out);
    text_add_c(out, ", ");
    if (err == ERR_OK) {
        err = obj_repr_to(s->stop, out);
    }
    text_add_c(out, ", ");
    if (err == ERR_OK) {
        err = obj_repr_to(s->step, out);
    }
    text_add_c(out, ")");
    return err;
}

static err_t compare(compare_t op, PObject *a, PObject *b, PObject **res)
{
    *res = P_NOT_IMPLEMENTED;
    if (!IS_OBJ(b, PSLICE)) {
        return ERR_OK;
    }
    PSlice *s = (PSlice *)a, *t = (PSlice *)b;
    PTuple *x = tuple_from(3, &s->start), *y = tuple_from(3, &t->start);
    if (!x || !y) {
        return ERR_MEMORY_EXC;
    }
    return tuple_ops.compare(op, (PObject *)x, (PObject *)y, res);
}

static err_t getattr(PObject *self, uint16_t name, PObject **res)
{
    PSlice *s = (PSlice *)self;
    *res = name == NAME_start  ? s->start
           : name == NAME_stop ? s->stop
           : name == NAME_step ? s->step
                               : NULL;
    return ERR_OK;
}

static err_t m_indices(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    int64_t len, v[3];
    uint32_t count;
    err_t err = obj_index(args[0], &len);
    if (err != ERR_OK) {
        return err;
    }
    if (len < 0) {
        return vm_raise(ERR_VALUE_EXC, "length should not be negative");
    }
    len = len < UINT32_MAX ? len : UINT32_MAX;
    uint32_t length = (uint32_t)len;
    err = slice_indices(self, &length, &v[0], &v[1], &v[2], &count);
    if (err != ERR_OK) {
        return err;
    }
    PTuple *t = tuple_new(3);
    for (int i = 0; t && i < 3; i++) {
        PTUPLE_SET_ITEM(t, i, int_new(v[i]));
        if (!PTUPLE_ITEM(t, i)) {
            return ERR_MEMORY_EXC;
        }
    }
    *res = (PObject *)t;
    return t ? ERR_OK : ERR_MEMORY_EXC;
}

#define METHODS(M) M(slice, indices, 1, 1, m_indices, NULL)
METHODS(OPTIONAL_METHOD)

static const type_method_t methods[] = {METHODS(METHOD_ROW)};

const type_ops_t slice_ops = {
    .repr = repr,
    .compare = compare,
    .getattr = getattr,
    .methods = methods,
    .nmethods = sizeof methods / sizeof *methods,
};
