/* SPDX-License-Identifier: MIT */
/* bytes.c -- bytes and bytearray: making, growing, items and operators. */
#include "bytes.h"
#include "bytes_methods.h"
#include "call.h"
#include "class.h"
#include "exc.h"
#include "gc.h"
#include "hash.h"
#include "int.h"
#include "iter.h"
#include "list.h"
#include "obj.h"
#include "pstring.h"
#include "slice.h"
#include "span.h"
#include "state.h"
#include "str.h"
#include "text.h"

#define HOLD_MASK 0x0F

/* ---- making ---- */

PBytes *bytes_new(const void *data, uint32_t len)
{
    if (len == 0 && vm.empty_bytes != NULL) {
        return (PBytes *)vm.empty_bytes;
    }
    PBytes *b = data ? gc_new_raw(PBYTES, POBJ_HASHABLE, sizeof(PObjectHeader) + len)
                     : gc_new(PBYTES, POBJ_HASHABLE, sizeof(PObjectHeader) + len);
    if (b == NULL) {
        return NULL;
    }
    b->header.length = len;
    if (data != NULL) {
        memcpy(b->seq, data, len);
    }
    if (len == 0) {
        vm.empty_bytes = (PObject *)b;
    }
    return b;
}

PBytes *pbytes_new(uint32_t len, const uint8_t *buf)
{
    return bytes_new(buf, len);
}

PByteArray *bytearray_new(const void *data, uint32_t len)
{
    PByteArray *b = gc_new(PBYTEARRAY, POBJ_MUTABLE, sizeof *b);
    if (b == NULL || len == 0) {
        return b;
    }
    b->seq = gc_new_buffer(len, false);
    if (b->seq == NULL) {
        return NULL;
    }
    b->capacity = b->header.length = len;
    if (data != NULL) {
        memcpy(b->seq->buffer, data, len);
    }
    return b;
}

PObject *bytes_make(uint8_t type, const void *data, uint32_t len)
{
    return type == PBYTES ? (PObject *)bytes_new(data, len)
                          : (PObject *)bytearray_new(data, len);
}

static err_t give(uint8_t type, const void *data, uint32_t len, PObject **res)
{
    *res = bytes_make(type, data, len);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

/* ---- looking ---- */

bool bytes_view(PObject *o, const uint8_t **data, uint32_t *len)
{
    if (!IS_OBJ(o, PBYTES) && !IS_OBJ(o, PBYTEARRAY)) {
        return false;
    }
    span_t s = span_of(o);
    *data = s.p;
    *len = (uint32_t)s.n;
    return true;
}

err_t bytes_like(PObject *o, const uint8_t **data, uint32_t *len)
{
    return bytes_view(o, data, len)
               ? ERR_OK
               : vm_raise(ERR_TYPE_EXC, "a bytes-like object is required, not '%s'",
                          type_name_of(o));
}

err_t bytes_item(PObject *o, uint8_t *value)
{
    int64_t v = 0;
    err_t err = obj_index(o, &v);
    if (err == ERR_OK && (v < 0 || v > 255)) {
        return vm_raise(ERR_VALUE_EXC, "byte must be in range(0, 256)");
    }
    *value = (uint8_t)v;
    return err;
}

/* ---- holding and growing ---- */

static bool is_array(PObject *o)
{
    return IS_OBJ(o, PBYTEARRAY) || IS_OBJ(o, PSHORTARRAY);
}

err_t bytes_hold(PObject *o)
{
    if (!is_array(o)) {
        return ERR_OK;
    }
    if ((o->header.flags & HOLD_MASK) == HOLD_MASK) {
        return vm_raise(ERR_BUFFER_EXC, "too many exports of data");
    }
    o->header.flags++;
    return ERR_OK;
}

void bytes_release(PObject *o)
{
    if (is_array(o) && (o->header.flags & HOLD_MASK)) {
        o->header.flags--;
    }
}

err_t bytes_check_hold(PObject *o)
{
    return o->header.flags & HOLD_MASK
               ? vm_raise(ERR_BUFFER_EXC,
                          "Existing exports of data: object cannot be re-sized")
               : ERR_OK;
}

err_t bytes_resize(PMutableSequence *array, uint32_t length, unsigned size)
{
    uint32_t old = array->header.length;
    if (length == old) {
        return ERR_OK;
    }
    err_t err = bytes_check_hold((PObject *)array);
    if (err) {
        return err;
    }
    if (length > array->capacity) {
        uint64_t capacity = (uint64_t)length + length / 8 + 8;
        PBuffer *buffer =
            capacity * size > INT32_MAX ? NULL : gc_new_buffer(capacity * size, false);
        if (buffer == NULL) {
            return ERR_MEMORY_EXC;
        }
        if (old > 0) {
            memcpy(buffer->buffer, array->seq->buffer, (size_t)old * size);
        }
        array->seq = buffer;
        array->capacity = (uint32_t)capacity;
    } else if (length > old) {
        memset((uint8_t *)array->seq->buffer + (size_t)old * size, 0,
               (size_t)(length - old) * size);
    }
    array->header.length = length;
    return ERR_OK;
}

err_t bytearray_append(PByteArray *array, uint8_t value)
{
    uint32_t n = array->header.length;
    err_t err = bytes_resize(array, n + 1, 1);
    if (err == ERR_OK) {
        PSEQUENCE_BYTES(array)[n] = value;
    }
    return err;
}

err_t bytearray_append_item(void *array, PObject *o)
{
    uint8_t value = 0;
    err_t err = bytes_item(o, &value);
    return err ? err : bytearray_append(array, value);
}

/* Replaces `count` bytes at `at` by n others, which may lie in the array itself. */
err_t bytearray_splice(PByteArray *array, uint32_t at, uint32_t count,
                       const uint8_t *data, uint32_t n)
{
    PObject *copy = NULL;
    if (array->seq != NULL && n > 0) {
        copy = bytes_make(PBYTES, data, n);
        if (copy == NULL) {
            return ERR_MEMORY_EXC;
        }
        data = PSEQUENCE_BYTES(copy);
    }
    uint32_t len = array->header.length, tail = len - at - count;
    err_t err = n > count ? bytes_resize(array, len + (n - count), 1) : ERR_OK;
    if (err == ERR_OK && n < count) {
        err = bytes_check_hold((PObject *)array);
    }
    if (err || len + n == 0) {
        return err;
    }
    uint8_t *p = PSEQUENCE_BYTES(array);
    memmove(p + at + n, p + at + count, tail);
    if (n > 0) { /* data may be NULL */
        memcpy(p + at, data, n);
    }
    return n < count ? bytes_resize(array, len - (count - n), 1) : ERR_OK;
}

err_t bytearray_extend(PByteArray *array, PObject *iterable)
{
    const uint8_t *data;
    uint32_t n;
    if (bytes_view(iterable, &data, &n)) {
        return bytearray_splice(array, array->header.length, 0, data, n);
    }
    return iter_for_each(iterable, bytearray_append_item, array);
}

/* ---- bytes(x) ---- */

static err_t append_strictly(void *array, PObject *o)
{
    uint8_t value = 0;
    err_t err = bytes_item(o, &value);
    if (err == ERR_VALUE_EXC) {
        exc_clear();
        return vm_raise(ERR_VALUE_EXC, "bytes must be in range(0, 256)");
    }
    return err ? err : bytearray_append(array, value);
}

static bool may_iterate(PObject *o)
{
    if (IS_OBJ(o, PINSTANCE)) {
        return class_find(class_of(o), NAME___iter__) ||
               class_find(class_of(o), NAME___getitem__);
    }
    return type_of(o)->iter != NULL || type_of(o)->next != NULL;
}

static err_t from_iterable(uint8_t type, PObject *source, PObject **res)
{
    PByteArray *array = bytearray_new(NULL, 0);
    if (array == NULL) {
        return ERR_MEMORY_EXC;
    }
    if (!may_iterate(source)) {
        return vm_raise(ERR_TYPE_EXC,
                        type == PBYTES ? "cannot convert '%s' object to bytes"
                                       : "cannot convert '%s' object to bytearray",
                        type_name_of(source));
    }
    err_t err = iter_for_each(
        source, type == PBYTES ? append_strictly : bytearray_append_item, array);
    if (err || type == PBYTEARRAY) {
        *res = (PObject *)array;
        return err;
    }
    span_t s = span_of((PObject *)array);
    return give(PBYTES, s.p, (uint32_t)s.n, res);
}

/* bytes(x) with x.__bytes__(), or with x.__index__(): that many zeros. */
static err_t from_instance(uint8_t type, PObject *source, PObject **res)
{
    PObject *n;
    bool found = false;
    err_t err = type == PBYTES
                    ? vm_call_special(source, NAME___bytes__, &found, res, 0, NULL)
                    : ERR_OK;
    if (err || found) {
        return err || IS_OBJ(*res, PBYTES)
                   ? err
                   : vm_raise(ERR_TYPE_EXC, "__bytes__ returned non-bytes (type %s)",
                              type_name_of(*res));
    }
    err = vm_call_special(source, NAME___index__, &found, &n, 0, NULL);
    if (err) {
        return err;
    }
    if (!found) {
        return from_iterable(type, source, res);
    }
    err = int_index(n, &n);
    return err ? err : bytes_from(type, n, NULL, NULL, res);
}

err_t bytes_from(uint8_t type, PObject *source, PObject *encoding, PObject *errors,
                 PObject **res)
{
    const uint8_t *data;
    uint32_t len;
    int64_t n;
    if ((encoding || errors) && (source == NULL || !IS_OBJ(source, PSTRING))) {
        return vm_raise(ERR_TYPE_EXC, "%s without a string argument",
                        encoding ? "encoding" : "errors");
    }
    if (source == NULL) {
        return give(type, "", 0, res);
    }
    if (IS_OBJ(source, PSTRING)) {
        if (encoding == NULL) {
            return vm_raise(ERR_TYPE_EXC, "string argument without an encoding");
        }
        err_t err = str_encode(source, encoding, errors, res);
        if (err || type == PBYTES) {
            return err;
        }
        return give(type, PSEQUENCE_BYTES(*res), (*res)->header.length, res);
    }
    if (bytes_view(source, &data, &len)) {
        if (type == PBYTES && IS_OBJ(source, PBYTES)) {
            *res = source;
            return ERR_OK;
        }
        return give(type, data, len, res);
    }
    if (int_is(source)) {
        if (!int_get(source, &n) || n > INT32_MAX) {
            return vm_raise(ERR_OVERFLOW_EXC,
                            "cannot fit 'int' into an index-sized integer");
        }
        return n < 0 ? vm_raise(ERR_VALUE_EXC, "negative count")
                     : give(type, NULL, (uint32_t)n, res);
    }
    return IS_OBJ(source, PINSTANCE) ? from_instance(type, source, res)
                                     : from_iterable(type, source, res);
}

/* ---- what the rows do ---- */

static err_t bytes_repr(PObject *self, text_t *out)
{
    span_t s = span_of(self);
    bool array = PTYPE(self) == PBYTEARRAY;
    bool both = memchr(s.p, '\'', s.n) != NULL && memchr(s.p, '"', s.n) == NULL;
    char quote = both ? '"' : '\'';
    text_add_c(out, array ? "bytearray(b" : "b");
    text_add_char(out, quote);
    for (size_t i = 0; i < s.n && out->err == ERR_OK; i++) {
        uint8_t c = s.p[i];
        if (c == '\t' || c == '\n' || c == '\r') {
            text_add_char(out, '\\');
            text_add_char(out, c == '\t' ? 't' : c == '\n' ? 'n' : 'r');
        } else if (c < 32 || c > 126) {
            char hex[] = {'\\', 'x', "0123456789abcdef"[c >> 4],
                          "0123456789abcdef"[c & 15]};
            text_add(out, hex, 4);
        } else {
            if (c == '\\' || c == (uint8_t)quote || (array && c == '\'')) {
                text_add_char(out, '\\');
            }
            text_add_char(out, (char)c);
        }
    }
    text_add_char(out, quote);
    return array ? text_add_char(out, ')') : out->err;
}

static err_t bytes_hash(PObject *self, uint32_t *hash)
{
    *hash = str_hash16(self);
    return ERR_OK;
}

static err_t bytes_compare(compare_t op, PObject *a, PObject *b, PObject **res)
{
    const uint8_t *p, *q;
    uint32_t n, m;
    if (!bytes_view(a, &p, &n) || !bytes_view(b, &q, &m)) {
        *res = P_NOT_IMPLEMENTED;
        return ERR_OK;
    }
    int order = memcmp(p, q, n < m ? n : m);
    order = order ? order : (n > m) - (n < m);
    bool yes = op == CMP_EQ   ? order == 0
               : op == CMP_LT ? order < 0
               : op == CMP_LE ? order <= 0
               : op == CMP_GT ? order > 0
                              : order >= 0;
    *res = PBOOL_NEW(yes);
    return ERR_OK;
}

static err_t concat(PObject *a, PObject *b, PObject **res)
{
    const uint8_t *q;
    uint32_t m;
    if (!bytes_view(b, &q, &m)) {
        return vm_raise(ERR_TYPE_EXC, "can't concat %s to %s", type_name_of(b),
                        type_name_of(a));
    }
    span_t s = span_of(a);
    if (s.n + m > INT32_MAX) {
        return ERR_MEMORY_EXC;
    }
    err_t err = give(PTYPE(a), NULL, (uint32_t)s.n + m, res);
    if (err == ERR_OK && s.n + m > 0) {
        uint8_t *out = PSEQUENCE_BYTES(*res);
        memcpy(out, s.p, s.n);
        memcpy(out + s.n, q, m);
    }
    return err;
}

/* Fills *res, which has room, with copies of s. */
static err_t repeat(PObject *a, PObject *times, PObject **res)
{
    int64_t n;
    err_t err = obj_index(times, &n);
    if (err) {
        return err;
    }
    span_t s = span_of(a);
    n = n < 0 || s.n == 0 ? 0 : n;
    if (n > 0 && n > INT32_MAX / (int64_t)s.n) {
        return ERR_MEMORY_EXC;
    }
    err = give(PTYPE(a), NULL, (uint32_t)(n * (int64_t)s.n), res);
    for (int64_t i = 0; err == ERR_OK && i < n; i++) {
        memcpy(PSEQUENCE_BYTES(*res) + i * (int64_t)s.n, s.p, s.n);
    }
    return err;
}

/* bytes % args by way of str: raw bytes stay what they are there. */
static err_t percent(PObject *fmt, PObject *args, PObject **res)
{
    span_t s = span_of(fmt);
    PObject *text = (PObject *)str_new(s.n ? (const char *)s.p : "", (uint32_t)s.n);
    if (text == NULL) {
        return ERR_MEMORY_EXC;
    }
    err_t err = str_percent_bytes(text, args, &text);
    return err ? err : give(PTYPE(fmt), str_data(text), str_bytes(text), res);
}

static bool is_bytes(PObject *o)
{
    return IS_OBJ(o, PBYTES) || IS_OBJ(o, PBYTEARRAY);
}

static err_t bytes_binary(binary_t op, PObject *a, PObject *b, PObject **res)
{
    if (op == BIN_ADD && is_bytes(a) && PTYPE(b) != PINSTANCE) {
        return concat(a, b, res);
    }
    if (op == BIN_MUL && is_bytes(a) && int_is(b)) {
        return repeat(a, b, res);
    }
    if (op == BIN_MUL && int_is(a)) {
        return repeat(b, a, res);
    }
    if (op == BIN_MOD && is_bytes(a)) {
        return percent(a, b, res);
    }
    *res = P_NOT_IMPLEMENTED;
    return ERR_OK;
}

static err_t bytearray_inplace(binary_t op, PObject *a, PObject *b, PObject **res)
{
    const uint8_t *data;
    uint32_t n;
    err_t err;
    *res = a;
    if (op == BIN_ADD && bytes_view(b, &data, &n)) {
        return bytearray_splice((PByteArray *)a, a->header.length, 0, data, n);
    }
    if (op == BIN_MUL && int_is(b)) {
        PObject *r;
        err = repeat(a, b, &r);
        span_t s = {NULL, 0};
        if (err == ERR_OK) {
            s = span_of(r);
        }
        return err ? err
                   : bytearray_splice((PByteArray *)a, 0, a->header.length, s.p,
                                      (uint32_t)s.n);
    }
    return bytes_binary(op, a, b, res);
}

static err_t bytes_is_true(PObject *self, bool *res)
{
    *res = self->header.length != 0;
    return ERR_OK;
}

static err_t bytes_len(PObject *self, uint32_t *len)
{
    *len = self->header.length;
    return ERR_OK;
}

static err_t bytes_iter(PObject *self, PObject **res)
{
    *res = (PObject *)iter_new(ITER_BYTES, self, NULL);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t bytes_slice(PObject *self, PObject *key, PObject **res)
{
    int64_t start, stop, step;
    uint32_t count;
    err_t err = slice_indices(key, &self->header.length, &start, &stop, &step, &count);
    if (err) {
        return err;
    }
    if (step == 1 && count > 0) {
        return give(PTYPE(self), span_of(self).p + start, count, res);
    }
    err = give(PTYPE(self), NULL, count, res);
    const uint8_t *from = span_of(self).p;
    for (uint32_t i = 0; err == ERR_OK && i < count; i++, start += step) {
        PSEQUENCE_BYTES(*res)[i] = from[start];
    }
    return err;
}

static err_t bytes_getitem(PObject *self, PObject *key, PObject **res)
{
    uint32_t index;
    bool array = PTYPE(self) == PBYTEARRAY;
    if (IS_OBJ(key, PSLICE)) {
        return bytes_slice(self, key, res);
    }
    if (!int_is(key) && PTYPE(key) != PINSTANCE) {
        return vm_raise(ERR_TYPE_EXC, "%s indices must be integers or slices, not %s",
                        array ? "bytearray" : "byte", type_name_of(key));
    }
    int64_t i;
    err_t err = obj_index(key, &i);
    i += i < 0 ? self->header.length : 0;
    if (err == ERR_OK && (i < 0 || i >= self->header.length)) {
        return vm_raise(ERR_INDEX_EXC,
                        array ? "bytearray index out of range" : "index out of range");
    }
    index = (uint32_t)i;
    if (err == ERR_OK) {
        *res = PSMALLINT_NEW(PSEQUENCE_BYTES(self)[index]);
    }
    return err;
}

/* array[start:stop:step] = value, or del when value is NULL. */
static err_t set_slice(PObject *self, PObject *key, PObject *value)
{
    int64_t start, stop, step;
    uint32_t count, n = 0;
    const uint8_t *data = NULL;
    PObject *bytes = NULL;
    if (value && (int_is(value) || IS_OBJ(value, PSTRING))) {
        return vm_raise(ERR_TYPE_EXC, "can assign only bytes, buffers, or iterables of "
                                      "ints in range(0, 256)");
    }
    err_t err = value ? bytes_from(PBYTEARRAY, value, NULL, NULL, &bytes) : ERR_OK;
    err = err ? err
              : slice_indices(key, &self->header.length, &start, &stop, &step, &count);
    if (err) {
        return err;
    }
    if (value) {
        bytes_view(bytes, &data, &n);
    }
    PByteArray *array = (PByteArray *)self;
    if (step == 1) {
        return bytearray_splice(array, (uint32_t)start, count, data, n);
    }
    if (value && n != count) {
        return vm_raise(
            ERR_VALUE_EXC,
            "attempt to assign bytes of size %u to extended slice of size %u", n,
            count);
    }
    if (step < 0 && !value && count > 0) { /* the same elements, ascending */
        start += step * (count - 1);
        step = -step;
    }
    for (uint32_t i = 0; i < count && err == ERR_OK; i++) {
        if (value) {
            PSEQUENCE_BYTES(self)[start + i * step] = data[i];
        } else {
            err = bytearray_splice(array, (uint32_t)(start + i * step) - i, 1, NULL, 0);
        }
    }
    return err;
}

static err_t bytearray_setitem(PObject *self, PObject *key, PObject *value)
{
    uint32_t index;
    uint8_t byte = 0;
    if (IS_OBJ(key, PSLICE)) {
        return set_slice(self, key, value);
    }
    err_t err = value ? bytes_item(value, &byte) : ERR_OK;
    err = err ? err : slice_index(key, &self->header.length, "bytearray", &index);
    if (err) {
        return err;
    }
    if (value == NULL) {
        return bytearray_splice((PByteArray *)self, index, 1, NULL, 0);
    }
    PSEQUENCE_BYTES(self)[index] = byte;
    return ERR_OK;
}

static err_t bytes_contains(PObject *self, PObject *item, bool *res)
{
    uint8_t byte = 0;
    span_t what = {&byte, 1}, s = span_of(self);
    err_t err = int_is(item) ? bytes_item(item, &byte) : span_arg(self, item, &what);
    if (err == ERR_OK) {
        *res = str_search(s.p, s.n, what.p, what.n, false) >= 0;
    }
    return err;
}

/* ---- rows ---- */

const type_ops_t bytes_ops = {
    .repr = bytes_repr,
    .hash = bytes_hash,
    .compare = bytes_compare,
    .binary = bytes_binary,
    .is_true = bytes_is_true,
    .len = bytes_len,
    .iter = bytes_iter,
    .getitem = bytes_getitem,
    .contains = bytes_contains,
    .methods = bytes_methods,
    .nmethods = BYTES_METHODS,
};

const type_ops_t bytearray_ops = {
    .repr = bytes_repr,
    .compare = bytes_compare,
    .binary = bytes_binary,
    .inplace = bytearray_inplace,
    .is_true = bytes_is_true,
    .len = bytes_len,
    .iter = bytes_iter,
    .getitem = bytes_getitem,
    .setitem = bytearray_setitem,
    .contains = bytes_contains,
    .methods = bytearray_methods,
    .nmethods = BYTEARRAY_METHODS,
};
