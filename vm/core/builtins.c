/* SPDX-License-Identifier: MIT */
/* builtins.c -- the table of built-in functions, and the types among them. */
#include "builtins.h"
#include "bytes.h"
#include "class.h"
#include "dict.h"
#include "exc.h"
#include "float.h"
#include "gc.h"
#include "int.h"
#include "iter.h"
#include "list.h"
#include "obj.h"
#include "range.h"
#include "set.h"
#include "shorts.h"
#include "slice.h"
#include "span.h"
#include "str.h"
#include "tuple.h"

const builtin_row_t builtin_rows[BUILTIN_COUNT] = {
#define BUILTIN(number, name, type, min, max, params)                                  \
    [number] = {#name, builtin_##name, min, max, type, params},
#define BUILTIN_CONST(name, value)
#include "builtins.def"
#undef BUILTIN
#undef BUILTIN_CONST
};

PObject *builtin_value(uint16_t row)
{
    uint8_t type = builtin_rows[row].type;
    return type == NOT_A_TYPE ? PNATIVE_NEW(row) : PTYPEOBJ_NEW(type);
}

const builtin_row_t *builtin_of_type(uint8_t type)
{
    if (type == PSMALLINT || type == PBIGINT) {
        type = PINTEGER;
    }
    for (int i = 0; i < BUILTIN_COUNT; i++) {
        if (builtin_rows[i].type == type) {
            return &builtin_rows[i];
        }
    }
    return NULL;
}

static err_t made(void *object, PObject **res)
{
    *res = object;
    return object ? ERR_OK : ERR_MEMORY_EXC;
}

/* ---- numbers ---- */

OPTIONAL err_t builtin_int(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    PObject *x = span_optional(nargs, args, 0), *by = span_optional(nargs, args, 1);
    const uint8_t *data;
    uint32_t len;
    int64_t base;
    if (by == NULL) {
        *res = PSMALLINT_NEW(0);
        return x ? int_from(x, res) : ERR_OK;
    }
    if (x == NULL) {
        return vm_raise(ERR_TYPE_EXC, "int() missing string argument");
    }
    err_t err = obj_index(by, &base);
    if (err) {
        return err;
    }
    if (base < 0 || base == 1 || base > 36) {
        return vm_raise(ERR_VALUE_EXC, "int() base must be >= 2 and <= 36, or 0");
    }
    if (IS_OBJ(x, PSTRING)) {
        return int_parse((char *)str_data(x), str_bytes(x), (unsigned)base, x, res);
    }
    if (bytes_view(x, &data, &len)) {
        return int_parse((const char *)data, len, (unsigned)base, x, res);
    }
    return vm_raise(ERR_TYPE_EXC, "int() can't convert non-string with explicit base");
}

OPTIONAL err_t builtin_float(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    double value = 0;
    if (nargs > 0 && IS_OBJ(args[0], PFLOAT)) {
        *res = args[0];
        return ERR_OK;
    }
    err_t err = nargs > 0 ? float_from(args[0], &value) : ERR_OK;
    return err ? err : made(float_new(value), res);
}

OPTIONAL err_t builtin_bool(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    bool value = false;
    err_t err = nargs > 0 ? obj_is_true(args[0], &value) : ERR_OK;
    *res = PBOOL_NEW(value);
    return err;
}

/* ---- strings ---- */

OPTIONAL err_t builtin_str(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    PObject *o = span_optional(nargs, args, 0),
            *encoding = span_optional(nargs, args, 1);
    PObject *errors = span_optional(nargs, args, 2);
    const uint8_t *data;
    uint32_t len;
    if (o == NULL) {
        return made(str_new("", 0), res);
    }
    if (encoding == NULL && errors == NULL) {
        return obj_str(o, res);
    }
    if (IS_OBJ(o, PSTRING)) {
        return vm_raise(ERR_TYPE_EXC, "decoding str is not supported");
    }
    if (!bytes_view(o, &data, &len)) {
        return vm_raise(ERR_TYPE_EXC,
                        "decoding to str: need a bytes-like object, %s found",
                        type_name_of(o));
    }
    return str_decode(data, len, encoding, errors, res);
}

OPTIONAL err_t builtin_bytes(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    return bytes_from(PBYTES, span_optional(nargs, args, 0),
                      span_optional(nargs, args, 1), span_optional(nargs, args, 2),
                      res);
}

OPTIONAL err_t builtin_bytearray(int nargs, PObject *self, PObject **args,
                                 PObject **res)
{
    (void)self;
    return bytes_from(PBYTEARRAY, span_optional(nargs, args, 0),
                      span_optional(nargs, args, 1), span_optional(nargs, args, 2),
                      res);
}

OPTIONAL err_t builtin_shorts(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    return shorts_from(PSHORTS, span_optional(nargs, args, 0), res);
}

OPTIONAL err_t builtin_shortarray(int nargs, PObject *self, PObject **args,
                                  PObject **res)
{
    (void)self;
    return shorts_from(PSHORTARRAY, span_optional(nargs, args, 0), res);
}

/* ---- containers ---- */

OPTIONAL err_t builtin_list(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    return nargs ? list_from_iterable(args[0], (PList **)res) : made(list_new(0), res);
}

OPTIONAL err_t builtin_tuple(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    return nargs ? tuple_from_iterable(args[0], (PTuple **)res)
                 : made(tuple_new(0), res);
}

OPTIONAL err_t builtin_set(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    return nargs ? set_from_iterable(PSET, args[0], (PSet **)res)
                 : made(set_new(PSET, 0), res);
}

OPTIONAL err_t builtin_frozenset(int nargs, PObject *self, PObject **args,
                                 PObject **res)
{
    (void)self;
    return nargs ? set_from_iterable(PFSET, args[0], (PSet **)res)
                 : made(set_new(PFSET, 0), res);
}

OPTIONAL err_t builtin_dict(int nargs, PObject *self, PObject **args, PObject **res)
{
    if (nargs > 1) {
        return vm_raise(ERR_TYPE_EXC, "dict expected at most 1 argument, got %d",
                        nargs);
    }
    PDict *dict = dict_new(0);
    if (dict == NULL) {
        return ERR_MEMORY_EXC;
    }
    *res = (PObject *)dict;
    err_t err = nargs ? dict_update(dict, args[0]) : ERR_OK;
    return err || self == NULL ? err : dict_update(dict, self);
}

OPTIONAL err_t builtin_range(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    return range_from_args(nargs, args, res);
}

OPTIONAL err_t builtin_slice(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    PObject *start = nargs > 1 ? args[0] : P_NONE;
    return made(slice_new(start, args[nargs > 1], nargs > 2 ? args[2] : P_NONE), res);
}

/* ---- iterators ---- */

OPTIONAL err_t builtin_enumerate(int nargs, PObject *self, PObject **args,
                                 PObject **res)
{
    (void)self;
    PObject *start = span_optional(nargs, args, 1);
    return iter_new_enumerate(args[0], start ? start : PSMALLINT_NEW(0), res);
}

OPTIONAL err_t builtin_filter(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    return iter_new_filter(args[0], args[1], res);
}

OPTIONAL err_t builtin_map(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    return iter_new_map(args[0], nargs - 1, args + 1, res);
}

OPTIONAL err_t builtin_reversed(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    return iter_new_reversed(args[0], res);
}

OPTIONAL err_t builtin_zip(int nargs, PObject *self, PObject **args, PObject **res)
{
    bool strict = false;
    if (self != NULL && PTUPLE_ITEM(self, 0) != NULL) {
        err_t err = obj_is_true(PTUPLE_ITEM(self, 0), &strict);
        if (err) {
            return err;
        }
    }
    return iter_new_zip(nargs, args, strict, res);
}

/* ---- type, object ---- */

OPTIONAL err_t builtin_type(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    *res = class_type_of(args[0]);
    return ERR_OK;
}

OPTIONAL err_t builtin_object(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self, (void)args;
    return made(gc_new(POBJECT, POBJ_HASHABLE, sizeof(PObject)), res);
}
