/* SPDX-License-Identifier: MIT */
/* shorts.c -- sequences of unsigned 16-bit integers. */
#include "shorts.h"
#include "bytes.h"
#include "exc.h"
#include "gc.h"
#include "hash.h"
#include "int.h"
#include "iter.h"
#include "obj.h"
#include "pstring.h"
#include "slice.h"
#include "text.h"
#include <string.h>

/* ---- making ---- */

PShorts *shorts_new(const uint16_t *data, uint32_t len)
{
    PShorts *s = len > INT32_MAX / 2
                     ? NULL
                     : gc_new(PSHORTS, POBJ_HASHABLE, sizeof(PObjectHeader) + len * 2);
    if (s != NULL) {
        s->header.length = len;
        if (data != NULL) {
            memcpy(s->seq, data, (size_t)len * 2);
        }
    }
    return s;
}

PBytes *pshorts_new(uint32_t len, const uint16_t *buf)
{
    return shorts_new(buf, len);
}

PShortArray *shortarray_new(const uint16_t *data, uint32_t len)
{
    PShortArray *s = gc_new(PSHORTARRAY, POBJ_MUTABLE, sizeof *s);
    if (s == NULL || bytes_resize(s, len, 2)) {
        return NULL;
    }
    if (data != NULL && len > 0) {
        memcpy(s->seq->buffer, data, (size_t)len * 2);
    }
    return s;
}

static err_t give(uint8_t type, const uint16_t *data, uint32_t len, PObject **res)
{
    *res = type == PSHORTS ? (PObject *)shorts_new(data, len)
                           : (PObject *)shortarray_new(data, len);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

/* The elements; never NULL. */
static const uint16_t *data_of(PObject *o)
{
    static const uint16_t none[1];
    const uint16_t *data = PSEQUENCE_SHORTS(o);
    return data ? data : none;
}

static err_t item(PObject *o, uint16_t *value)
{
    int64_t v = 0;
    err_t err = obj_index(o, &v);
    if (err == ERR_OK && (v < 0 || v > 65535)) {
        return vm_raise(ERR_VALUE_EXC, "short must be in range(0, 65536)");
    }
    *value = (uint16_t)v;
    return err;
}

static bool is_shorts(PObject *o)
{
    return IS_OBJ(o, PSHORTS) || IS_OBJ(o, PSHORTARRAY);
}

static err_t append(void *array, PObject *o)
{
    PShortArray *a = array;
    uint16_t value = 0;
    uint32_t n = a->header.length;
    err_t err = item(o, &value);
    err = err ? err : bytes_resize(a, n + 1, 2);
    if (err == ERR_OK) {
        PSEQUENCE_SHORTS(a)[n] = value;
    }
    return err;
}

err_t shorts_from(uint8_t type, PObject *source, PObject **res)
{
    int64_t n;
    if (source == NULL) {
        return give(type, NULL, 0, res);
    }
    if (int_is(source)) {
        if (!int_get(source, &n) || n > INT32_MAX / 2) {
            return ERR_MEMORY_EXC;
        }
        return n < 0 ? vm_raise(ERR_VALUE_EXC, "negative count")
                     : give(type, NULL, (uint32_t)n, res);
    }
    if (is_shorts(source)) {
        return give(type, PSEQUENCE_SHORTS(source), source->header.length, res);
    }
    PShortArray *array = shortarray_new(NULL, 0);
    err_t err = array ? iter_for_each(source, append, array) : ERR_MEMORY_EXC;
    *res = (PObject *)array;
    return err || type == PSHORTARRAY
               ? err
               : give(type, PSEQUENCE_SHORTS(array), array->header.length, res);
}

/* ---- rows ---- */

static err_t shorts_repr(PObject *self, text_t *out)
{
    text_add_c(out, PTYPE(self) == PSHORTS ? "shorts([" : "shortarray([");
    for (uint32_t i = 0; i < self->header.length && out->err == ERR_OK; i++) {
        text_add_c(out, i ? ", " : "");
        text_add_int(out, PSEQUENCE_SHORTS(self)[i]);
    }
    return text_add_c(out, "])");
}

static err_t shorts_hash(PObject *self, uint32_t *hash)
{
    *hash = value_hash_bytes(PSEQUENCE_SHORTS(self), (size_t)self->header.length * 2);
    return ERR_OK;
}

static err_t shorts_compare(compare_t op, PObject *a, PObject *b, PObject **res)
{
    if (!is_shorts(b)) {
        *res = P_NOT_IMPLEMENTED;
        return ERR_OK;
    }
    uint32_t n = a->header.length, m = b->header.length, i = 0;
    const uint16_t *p = PSEQUENCE_SHORTS(a), *q = PSEQUENCE_SHORTS(b);
    while (i < n && i < m && p[i] == q[i]) {
        i++;
    }
    int order = i < n && i < m ? (p[i] > q[i] ? 1 : -1) : (n > m) - (n < m);
    bool yes = op == CMP_EQ   ? order == 0
               : op == CMP_LT ? order < 0
               : op == CMP_LE ? order <= 0
               : op == CMP_GT ? order > 0
                              : order >= 0;
    *res = PBOOL_NEW(yes);
    return ERR_OK;
}

/* Copies of a, `times` of them, then of b (may be NULL). */
static err_t joined(PObject *a, int64_t times, PObject *b, PObject **res)
{
    int64_t n = a->header.length, m = b ? b->header.length : 0;
    times = times < 0 || n == 0 ? 0 : times;
    if (times * n + m > INT32_MAX / 2 || (times > 0 && times > INT32_MAX / n)) {
        return ERR_MEMORY_EXC;
    }
    err_t err = give(PTYPE(a), NULL, (uint32_t)(times * n + m), res);
    uint16_t *out = err ? NULL : PSEQUENCE_SHORTS(*res);
    for (int64_t i = 0; err == ERR_OK && i < times; i++, out += n) {
        memcpy(out, data_of(a), (size_t)n * 2);
    }
    if (err == ERR_OK && m > 0) {
        memcpy(out, data_of(b), (size_t)m * 2);
    }
    return err;
}

static err_t shorts_binary(binary_t op, PObject *a, PObject *b, PObject **res)
{
    int64_t times;
    if (op == BIN_ADD && is_shorts(a) && is_shorts(b)) {
        return joined(a, 1, b, res);
    }
    if (op == BIN_MUL && is_shorts(b)) {
        PObject *t = a;
        a = b;
        b = t;
    }
    if (op == BIN_MUL && is_shorts(a) && int_get(b, &times)) {
        return joined(a, times, NULL, res);
    }
    *res = P_NOT_IMPLEMENTED;
    return ERR_OK;
}

static err_t shorts_is_true(PObject *self, bool *res)
{
    *res = self->header.length != 0;
    return ERR_OK;
}

static err_t shorts_len(PObject *self, uint32_t *len)
{
    *len = self->header.length;
    return ERR_OK;
}

static err_t shorts_iter(PObject *self, PObject **res)
{
    *res = (PObject *)iter_new(ITER_BYTES, self, NULL);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t shorts_getitem(PObject *self, PObject *key, PObject **res)
{
    uint32_t count;
    int64_t start, stop, step;
    if (!IS_OBJ(key, PSLICE)) {
        err_t err = slice_index(key, &self->header.length, type_name_of(self), &count);
        if (err == ERR_OK) {
            *res = PSMALLINT_NEW(PSEQUENCE_SHORTS(self)[count]);
        }
        return err;
    }
    err_t err = slice_indices(key, &self->header.length, &start, &stop, &step, &count);
    err = err ? err : give(PTYPE(self), NULL, count, res);
    for (uint32_t i = 0; err == ERR_OK && i < count; i++, start += step) {
        PSEQUENCE_SHORTS(*res)[i] = PSEQUENCE_SHORTS(self)[start];
    }
    return err;
}

static err_t remove_at(PObject *self, uint32_t index)
{
    uint16_t *p = PSEQUENCE_SHORTS(self);
    uint32_t n = self->header.length;
    err_t err = bytes_check_hold(self);
    if (err) {
        return err;
    }
    memmove(p + index, p + index + 1, (size_t)(n - index - 1) * 2);
    return bytes_resize((PMutableSequence *)self, n - 1, 2);
}

static err_t shortarray_setitem(PObject *self, PObject *key, PObject *value)
{
    uint32_t index;
    uint16_t v = 0;
    err_t err = value ? item(value, &v) : ERR_OK;
    err = err ? err : slice_index(key, &self->header.length, "shortarray", &index);
    if (err == ERR_OK && value == NULL) {
        return remove_at(self, index);
    }
    if (err == ERR_OK) {
        PSEQUENCE_SHORTS(self)[index] = v;
    }
    return err;
}

/* Position of a value, or the length. */
static uint32_t position(PObject *self, PObject *o)
{
    int64_t v;
    uint32_t i = 0, n = self->header.length;
    if (!int_get(o, &v)) {
        return n;
    }
    while (i < n && PSEQUENCE_SHORTS(self)[i] != v) {
        i++;
    }
    return i;
}

static err_t shorts_contains(PObject *self, PObject *o, bool *res)
{
    *res = position(self, o) < self->header.length;
    return ERR_OK;
}

static err_t m_count(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    int64_t v;
    int32_t count = 0;
    for (uint32_t i = 0; int_get(args[0], &v) && i < self->header.length; i++) {
        count += PSEQUENCE_SHORTS(self)[i] == v;
    }
    *res = PSMALLINT_NEW(count);
    return ERR_OK;
}

static err_t m_index(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    uint32_t at = position(self, args[0]);
    if (at == self->header.length) {
        return vm_raise(ERR_VALUE_EXC, "%R is not in %s", args[0], type_name_of(self));
    }
    *res = PSMALLINT_NEW((int32_t)at);
    return ERR_OK;
}

static err_t m_append(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)res;
    return append(self, args[0]);
}

static err_t m_extend(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)res;
    PObject *values; /* a copy: the array may extend itself */
    err_t err = shorts_from(PSHORTS, args[0], &values);
    uint32_t n = self->header.length;
    err = err ? err
              : bytes_resize((PMutableSequence *)self, n + values->header.length, 2);
    if (err == ERR_OK && values->header.length > 0) {
        memcpy(PSEQUENCE_SHORTS(self) + n, data_of(values),
               (size_t)values->header.length * 2);
    }
    return err;
}

static err_t m_insert(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)res;
    int64_t at;
    uint16_t value = 0;
    err_t err = obj_index(args[0], &at);
    err = err ? err : item(args[1], &value);
    int64_t len = self->header.length; /* not before: __index__ may have changed it */
    err = err ? err : bytes_resize((PMutableSequence *)self, (uint32_t)len + 1, 2);
    if (err == ERR_OK) {
        at = at < -len ? 0 : at < 0 ? at + len : at > len ? len : at;
        uint16_t *p = PSEQUENCE_SHORTS(self) + at;
        memmove(p + 1, p, (size_t)(len - at) * 2);
        *p = value;
    }
    return err;
}

static err_t m_pop(int nargs, PObject *self, PObject **args, PObject **res)
{
    int64_t at = -1;
    err_t err = nargs > 0 ? obj_index(args[0], &at) : ERR_OK;
    if (err) {
        return err;
    }
    int64_t len = self->header.length;
    at += at < 0 ? len : 0;
    if (len == 0 || at < 0 || at >= len) {
        return vm_raise(ERR_INDEX_EXC,
                        len ? "pop index out of range" : "pop from empty shortarray");
    }
    *res = PSMALLINT_NEW(PSEQUENCE_SHORTS(self)[at]);
    return remove_at(self, (uint32_t)at);
}

static err_t m_remove(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)res;
    uint32_t at = position(self, args[0]);
    return at < self->header.length
               ? remove_at(self, at)
               : vm_raise(ERR_VALUE_EXC, "value not found in shortarray");
}

static err_t m_reverse(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args, (void)res;
    uint16_t *p = PSEQUENCE_SHORTS(self);
    for (uint32_t i = 0, j = self->header.length; i + 1 < j; i++) {
        uint16_t t = p[i];
        p[i] = p[--j];
        p[j] = t;
    }
    return ERR_OK;
}

static err_t m_clear(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args, (void)res;
    return bytes_resize((PMutableSequence *)self, 0, 2);
}

static err_t m_copy(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    return give(PSHORTARRAY, PSEQUENCE_SHORTS(self), self->header.length, res);
}

/* shorts have the first two. */
#define METHODS(M)                                                                     \
    M(shorts, count, 1, 1, m_count, NULL)                                              \
    M(shorts, index, 1, 1, m_index, NULL)                                              \
    M(shorts, append, 1, 1, m_append, NULL)                                            \
    M(shorts, insert, 2, 2, m_insert, NULL)                                            \
    M(shorts, extend, 1, 1, m_extend, NULL)                                            \
    M(shorts, pop, 0, 1, m_pop, NULL)                                                  \
    M(shorts, remove, 1, 1, m_remove, NULL)                                            \
    M(shorts, reverse, 0, 0, m_reverse, NULL)                                          \
    M(shorts, clear, 0, 0, m_clear, NULL)                                              \
    M(shorts, copy, 0, 0, m_copy, NULL)
METHODS(OPTIONAL_METHOD)

static const type_method_t methods[] = {METHODS(METHOD_ROW)};

const type_ops_t shorts_ops = {
    .repr = shorts_repr,
    .hash = shorts_hash,
    .compare = shorts_compare,
    .binary = shorts_binary,
    .is_true = shorts_is_true,
    .len = shorts_len,
    .iter = shorts_iter,
    .getitem = shorts_getitem,
    .contains = shorts_contains,
    .methods = methods,
    .nmethods = 2,
};

const type_ops_t shortarray_ops = {
    .repr = shorts_repr,
    .compare = shorts_compare,
    .binary = shorts_binary,
    .is_true = shorts_is_true,
    .len = shorts_len,
    .iter = shorts_iter,
    .getitem = shorts_getitem,
    .setitem = shortarray_setitem,
    .contains = shorts_contains,
    .methods = methods,
    .nmethods = sizeof methods / sizeof *methods,
};
