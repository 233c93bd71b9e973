/* SPDX-License-Identifier: MIT */
/* int_methods.c -- methods and attributes of int and bool. */
#include "int_methods.h"
#include "bigint.h"
#include "bytes.h"
#include "exc.h"
#include "gc.h"
#include "int.h"
#include "obj.h"
#include "str.h"
#include "tuple.h"

static err_t m_bit_length(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    *res = PSMALLINT_NEW((int32_t)int_bit_length(self));
    return ERR_OK;
}

static err_t m_bit_count(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    int64_t v;
    unsigned n =
        int_get(self, &v)
            ? (unsigned)__builtin_popcountll(v < 0 ? 0 - (uint64_t)v : (uint64_t)v)
            : bigint_bit_count(self);
    *res = PSMALLINT_NEW((int32_t)n);
    return ERR_OK;
}

/* "little" or "big"; NULL is big. */
static err_t byte_order(const char *who, PObject *o, bool *big)
{
    *big = true;
    if (o == NULL) {
        return ERR_OK;
    }
    if (!IS_OBJ(o, PSTRING)) {
        return vm_raise(ERR_TYPE_EXC, "%s() argument 'byteorder' must be str, not %s",
                        who, type_name_of(o));
    }
    *big = str_bytes(o) == 3 && memcmp(str_data(o), "big", 3) == 0;
    if (!*big && !(str_bytes(o) == 6 && memcmp(str_data(o), "little", 6) == 0)) {
        return vm_raise(ERR_VALUE_EXC, "byteorder must be either 'little' or 'big'");
    }
    return ERR_OK;
}

static void reverse(uint8_t *p, size_t n)
{
    for (size_t i = 0; i < n / 2; i++) {
        uint8_t t = p[i];
        p[i] = p[n - 1 - i];
        p[n - 1 - i] = t;
    }
}

/* Little-endian two's complement of an int64; false: does not fit. */
static bool small_to_bytes(int64_t v, uint8_t *out, size_t n, bool is_signed)
{
    for (size_t i = 0; i < n; i++) {
        out[i] = (uint8_t)(i < 8 ? v >> (8 * i) : v < 0 ? -1 : 0);
    }
    if (n >= 8) {
        return n > 8 || is_signed || v >= 0;
    }
    if (n == 0) {
        return v == 0;
    }
    int64_t rest = v >> (8 * n - (is_signed ? 1 : 0));
    return rest == 0 || (is_signed && rest == -1);
}

static err_t m_to_bytes(int nargs, PObject *self, PObject **args, PObject **res)
{
    int64_t n = 1, v;
    bool big = true, is_signed = false;
    err_t err = nargs > 0 && args[0] ? obj_index(args[0], &n) : ERR_OK;
    err = err ? err : byte_order("to_bytes", nargs > 1 ? args[1] : NULL, &big);
    if (err == ERR_OK && nargs > 2 && args[2]) {
        err = obj_is_true(args[2], &is_signed);
    }
    if (err) {
        return err;
    }
    if (n < 0) {
        return vm_raise(ERR_VALUE_EXC, "length argument must be non-negative");
    }
    if (!is_signed && int_order(self, PSMALLINT_NEW(0)) < 0) {
        return vm_raise(ERR_OVERFLOW_EXC, "can't convert negative int to unsigned");
    }
    PBytes *b = n > INT32_MAX ? NULL : bytes_new(NULL, (uint32_t)n);
    if (b == NULL) {
        return ERR_MEMORY_EXC;
    }
    *res = (PObject *)b;
    uint8_t *out = PSEQUENCE_BYTES(*res);
    bool fits = int_get(self, &v) ? small_to_bytes(v, out, (size_t)n, is_signed)
                                  : bigint_to_bytes(self, out, (size_t)n, is_signed);
    if (!fits) {
        return vm_raise(ERR_OVERFLOW_EXC, "int too big to convert");
    }
    if (big) {
        reverse(out, (size_t)n);
    }
    return ERR_OK;
}

static err_t from_little(const uint8_t *p, size_t n, bool is_signed, PObject **res)
{
    if (n > 8 || (n == 8 && !is_signed)) {
        return bigint_from_bytes(p, n, is_signed, res);
    }
    uint64_t v = 0;
    for (size_t i = 0; i < n; i++) {
        v |= (uint64_t)p[i] << (8 * i);
    }
    if (is_signed && n > 0 && n < 8 && (p[n - 1] & 0x80)) {
        v |= ~(uint64_t)0 << (8 * n);
    }
    *res = int_new((int64_t)v);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t m_from_bytes(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    bool big, is_signed = false;
    PObject *data;
    err_t err = byte_order("from_bytes", nargs > 1 ? args[1] : NULL, &big);
    if (err == ERR_OK && nargs > 2 && args[2]) {
        err = obj_is_true(args[2], &is_signed);
    }
    if (err == ERR_OK && (int_is(args[0]) || IS_OBJ(args[0], PSTRING))) {
        err = vm_raise(ERR_TYPE_EXC, "cannot convert '%s' object to bytes",
                       type_name_of(args[0]));
    }
    err = err ? err : bytes_from(PBYTES, args[0], NULL, NULL, &data);
    if (err) {
        return err;
    }
    uint32_t n = data->header.length;
    PObject *copy = bytes_make(PBYTEARRAY, PSEQUENCE_BYTES(data), n);
    if (copy == NULL) {
        return ERR_MEMORY_EXC;
    }
    uint8_t *p = PSEQUENCE_BYTES(copy);
    if (big) {
        reverse(p, n);
    }
    return from_little(p, n, is_signed, res);
}

static err_t m_as_integer_ratio(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    self = IS_BOOL(self) ? PSMALLINT_NEW(self == P_TRUE) : self;
    *res = (PObject *)tuple_pair(self, PSMALLINT_NEW(1));
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t m_self(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    return int_index(self, res);
}

#define INT_METHODS(M)                                                                 \
    M(int, bit_length, 0, 0, m_bit_length, NULL)                                       \
    M(int, bit_count, 0, 0, m_bit_count, NULL)                                         \
    M(int, to_bytes, 0, 3, m_to_bytes, "length,byteorder,*,signed")                    \
    M(int, from_bytes, 1, 3, m_from_bytes, "bytes,byteorder,*,signed")                 \
    M(int, as_integer_ratio, 0, 0, m_as_integer_ratio, NULL)                           \
    M(int, conjugate, 0, 0, m_self, NULL)
INT_METHODS(OPTIONAL_METHOD)

const type_method_t int_methods[INT_METHODS] = {INT_METHODS(METHOD_ROW)};

err_t int_getattr(PObject *self, uint16_t name, PObject **res)
{
    *res = NULL;
    if (name == NAME_real || name == NAME_numerator) {
        return int_index(self, res);
    }
    if (name == NAME_imag) {
        *res = PSMALLINT_NEW(0);
    } else if (name == NAME_denominator) {
        *res = PSMALLINT_NEW(1);
    }
    return ERR_OK;
}
