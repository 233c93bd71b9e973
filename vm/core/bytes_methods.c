/* SPDX-License-Identifier: MIT */
/* bytes_methods.c -- the methods that only bytes and bytearray have; span.h has the
 * rest. */
#include "bytes_methods.h"
#include "bytes.h"
#include "exc.h"
#include "obj.h"
#include "span.h"
#include "str.h"
#include "text.h"

static err_t give(uint8_t type, const void *data, uint32_t len, PObject **res)
{
    *res = bytes_make(type, data, len);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t m_decode(int nargs, PObject *self, PObject **args, PObject **res)
{
    span_t s = span_of(self);
    return str_decode(s.p, (uint32_t)s.n, span_optional(nargs, args, 0),
                      span_optional(nargs, args, 1), res);
}

static err_t m_hex(int nargs, PObject *self, PObject **args, PObject **res)
{
    span_t s = span_of(self), sep = {NULL, 0};
    int64_t group = 1;
    if (nargs > 0 && args[0]) {
        if (!IS_OBJ(args[0], PSTRING) && !IS_OBJ(args[0], PBYTES) &&
            !IS_OBJ(args[0], PBYTEARRAY)) {
            return vm_raise(ERR_TYPE_EXC, "sep must be str or bytes.");
        }
        sep = span_of(args[0]);
        if (sep.n != 1) {
            return vm_raise(ERR_VALUE_EXC, "sep must be length 1.");
        }
    }
    err_t err = nargs > 1 && args[1] ? obj_index(args[1], &group) : ERR_OK;
    if (err) {
        return err;
    }
    char memory[128];
    text_t out;
    text_init(&out, memory, sizeof memory);
    size_t size = (size_t)(group < 0 ? -group : group);
    for (size_t i = 0; i < s.n; i++) {
        size_t count = group < 0 ? i : s.n - i;
        if (i > 0 && sep.n && size && count % size == 0) {
            text_add(&out, sep.p, 1);
        }
        text_add_char(&out, "0123456789abcdef"[s.p[i] >> 4]);
        text_add_char(&out, "0123456789abcdef"[s.p[i] & 15]);
    }
    return text_take(&out, res);
}

static int hex_digit(uint8_t c)
{
    return c >= '0' && c <= '9'                     ? c - '0'
           : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                    : -1;
}

static err_t fromhex(uint8_t type, PObject *text, PObject **res)
{
    if (!IS_OBJ(text, PSTRING)) {
        return vm_raise(ERR_TYPE_EXC, "fromhex() argument must be str, not %s",
                        type_name_of(text));
    }
    PByteArray *array = bytearray_new(NULL, 0);
    err_t err = array ? ERR_OK : ERR_MEMORY_EXC;
    span_t s = span_of(text);
    for (size_t i = 0; i < s.n && err == ERR_OK; i++) {
        if (span_is_space(s.p[i])) {
            continue;
        }
        int high = hex_digit(s.p[i]), low = i + 1 < s.n ? hex_digit(s.p[i + 1]) : -1;
        if (high < 0 || low < 0) {
            return vm_raise(
                ERR_VALUE_EXC,
                "non-hexadecimal number found in fromhex() arg at position %u",
                (unsigned)(high < 0 ? i : i + 1));
        }
        i++;
        err = bytearray_append(array, (uint8_t)(high << 4 | low));
    }
    *res = (PObject *)array;
    if (err || type == PBYTEARRAY) {
        return err;
    }
    s = span_of(*res);
    return give(PBYTES, s.p, (uint32_t)s.n, res);
}

static err_t m_fromhex_bytes(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    return fromhex(PBYTES, args[0], res);
}

static err_t m_fromhex_array(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    return fromhex(PBYTEARRAY, args[0], res);
}

static err_t m_append(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)res;
    return bytearray_append_item(self, args[0]);
}

static err_t m_extend(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)res;
    return bytearray_extend((PByteArray *)self, args[0]);
}

static err_t m_insert(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)res;
    int64_t at, len;
    uint8_t byte = 0;
    err_t err = obj_index(args[0], &at);
    err = err ? err : bytes_item(args[1], &byte);
    len = self->header.length;
    at = at < -len ? 0 : at < 0 ? at + len : at > len ? len : at;
    return err ? err : bytearray_splice((PByteArray *)self, (uint32_t)at, 0, &byte, 1);
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
                        len ? "pop index out of range" : "pop from empty bytearray");
    }
    *res = PSMALLINT_NEW(PSEQUENCE_BYTES(self)[at]);
    return bytearray_splice((PByteArray *)self, (uint32_t)at, 1, NULL, 0);
}

static err_t m_remove(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)res;
    uint8_t byte = 0;
    err_t err = bytes_item(args[0], &byte);
    span_t s = span_of(self);
    const uint8_t *at = err ? NULL : memchr(s.p, byte, s.n);
    if (err == ERR_OK && at == NULL) {
        return vm_raise(ERR_VALUE_EXC, "value not found in bytearray");
    }
    return err ? err
               : bytearray_splice((PByteArray *)self, (uint32_t)(at - s.p), 1, NULL, 0);
}

static err_t m_reverse(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args, (void)res;
    uint8_t *p = PSEQUENCE_BYTES(self);
    for (uint32_t i = 0, j = self->header.length; i + 1 < j; i++) {
        uint8_t t = p[i];
        p[i] = p[--j];
        p[j] = t;
    }
    return ERR_OK;
}

static err_t m_clear(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args, (void)res;
    return bytes_resize((PMutableSequence *)self, 0, 1);
}

static err_t m_copy(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    span_t s = span_of(self);
    return give(PBYTEARRAY, s.p, (uint32_t)s.n, res);
}

static err_t m_isascii(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    span_t s = span_of(self);
    bool ascii = true;
    for (size_t i = 0; i < s.n; i++) {
        ascii &= s.p[i] < 0x80;
    }
    *res = PBOOL_NEW(ascii);
    return ERR_OK;
}

static err_t m_translate(int nargs, PObject *self, PObject **args, PObject **res)
{
    const uint8_t *table = NULL, *delete = NULL;
    uint32_t n = 0, ndelete = 0;
    err_t err = IS_NONE(args[0]) ? ERR_OK : bytes_like(args[0], &table, &n);
    if (err == ERR_OK && table && n != 256) {
        return vm_raise(ERR_VALUE_EXC, "translation table must be 256 characters long");
    }
    if (err == ERR_OK && nargs > 1 && args[1]) {
        err = bytes_like(args[1], &delete, &ndelete);
    }
    span_t s = span_of(self);
    PByteArray *out = err ? NULL : bytearray_new(NULL, (uint32_t)s.n);
    if (out == NULL) {
        return err ? err : ERR_MEMORY_EXC;
    }
    uint32_t used = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (ndelete == 0 || memchr(delete, s.p[i], ndelete) == NULL) {
            PSEQUENCE_BYTES(out)[used++] = table ? table[s.p[i]] : s.p[i];
        }
    }
    return give(PTYPE(self), span_of((PObject *)out).p, used, res);
}

static err_t m_maketrans(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    const uint8_t *from = NULL, *to = NULL;
    uint32_t n = 0, m = 0;
    err_t err = bytes_like(args[0], &from, &n);
    err = err ? err : bytes_like(args[1], &to, &m);
    if (err == ERR_OK && n != m) {
        return vm_raise(ERR_VALUE_EXC, "maketrans arguments must have same length");
    }
    err = err ? err : give(PBYTES, NULL, 256, res);
    for (unsigned i = 0; err == ERR_OK && i < 256; i++) {
        PSEQUENCE_BYTES(*res)[i] = (uint8_t)i;
    }
    for (uint32_t i = 0; err == ERR_OK && i < n; i++) {
        PSEQUENCE_BYTES(*res)[from[i]] = to[i];
    }
    return err;
}

#define OWN_METHODS(M)                                                                 \
    M(bytes, decode, 0, 2, m_decode, "encoding,errors")                                \
    M(bytes, hex, 0, 2, m_hex, "sep,bytes_per_sep")
#define OWN_LAST(M)                                                                    \
    M(bytes, translate, 1, 2, m_translate, "table,/,delete")                           \
    M(bytes, maketrans, 2, 2, m_maketrans, NULL)
#define BYTEARRAY_OWN(M)                                                               \
    M(bytearray, append, 1, 1, m_append, NULL)                                         \
    M(bytearray, insert, 2, 2, m_insert, NULL)                                         \
    M(bytearray, extend, 1, 1, m_extend, NULL)                                         \
    M(bytearray, pop, 0, 1, m_pop, NULL)                                               \
    M(bytearray, remove, 1, 1, m_remove, NULL)                                         \
    M(bytearray, reverse, 0, 0, m_reverse, NULL)                                       \
    M(bytearray, clear, 0, 0, m_clear, NULL)                                           \
    M(bytearray, copy, 0, 0, m_copy, NULL)
OWN_METHODS(OPTIONAL_METHOD)
OWN_LAST(OPTIONAL_METHOD)
BYTEARRAY_OWN(OPTIONAL_METHOD)
OPTIONAL_METHOD(bytes, fromhex, 1, 1, m_fromhex_bytes, NULL)
OPTIONAL_METHOD(bytearray, fromhex, 1, 1, m_fromhex_array, NULL)

const type_method_t bytes_methods[BYTES_METHODS] = {
    SPAN_METHODS_A(SPAN_ROW) SPAN_METHODS_CASE(SPAN_ROW) OWN_METHODS(METHOD_ROW)
        METHOD_ROW(bytes, fromhex, 1, 1, m_fromhex_bytes, NULL) SPAN_METHODS_B(SPAN_ROW)
            SPAN_METHODS_C(SPAN_ROW){NAME_isascii, 0, 0, m_isascii, NULL},
    SPAN_METHODS_D(SPAN_ROW) OWN_LAST(METHOD_ROW)};

const type_method_t bytearray_methods[BYTEARRAY_METHODS] = {
    SPAN_METHODS_A(SPAN_ROW) BYTEARRAY_OWN(METHOD_ROW) SPAN_METHODS_CASE(SPAN_ROW)
        OWN_METHODS(METHOD_ROW) METHOD_ROW(bytearray, fromhex, 1, 1, m_fromhex_array,
                                           NULL) SPAN_METHODS_B(SPAN_ROW)
            SPAN_METHODS_C(SPAN_ROW){NAME_isascii, 0, 0, m_isascii, NULL},
    SPAN_METHODS_D(SPAN_ROW) OWN_LAST(METHOD_ROW)};
