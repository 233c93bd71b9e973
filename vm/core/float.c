/* SPDX-License-Identifier: MIT */
/* float.c -- arithmetic, comparison and methods of floats. */
#include "float.h"
#include "bytes.h"
#include "call.h"
#include "exc.h"
#include "gc.h"
#include "int.h"
#include "obj.h"
#include "pnumbers.h"
#include "str.h"
#include "text.h"
#include "tuple.h"
#include <math.h>

PFloat *pfloat_new(double value)
{
    PFloat *f = gc_new_fast(PFLOAT, POBJ_HASHABLE, sizeof *f);
    if (f != NULL) {
        f->val = value;
    }
    return f;
}

PObject *float_new(double value)
{
    return (PObject *)pfloat_new(value);
}

static err_t give(double value, PObject **res)
{
    *res = float_new(value);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

err_t float_get(PObject *o, double *value, bool *is_number)
{
    *is_number = true;
    if (IS_OBJ(o, PFLOAT)) {
        *value = FLOAT_VALUE(o);
        return ERR_OK;
    }
    if (int_is(o)) {
        return int_to_double(o, value);
    }
    *is_number = false;
    return ERR_OK;
}

static err_t float_from_text(const uint8_t *p, size_t n, PObject *shown, double *value)
{
    if (float_parse((const char *)p, n, value)) {
        return ERR_OK;
    }
    return vm_raise(ERR_VALUE_EXC, "could not convert string to float: %R", shown);
}

err_t float_from(PObject *x, double *value)
{
    bool found;
    const uint8_t *data;
    uint32_t len;
    err_t err = float_get(x, value, &found);
    if (err || found) {
        return err;
    }
    if (IS_OBJ(x, PSTRING)) {
        return float_from_text(str_data(x), str_bytes(x), x, value);
    }
    if (bytes_view(x, &data, &len)) {
        return float_from_text(data, len, x, value);
    }
    static const uint16_t specials[] = {NAME___float__, NAME___index__};
    for (int i = 0; i < 2 && IS_OBJ(x, PINSTANCE); i++) {
        PObject *r;
        err = vm_call_special(x, specials[i], &found, &r, 0, NULL);
        if (err || (found && (i == 0 ? IS_OBJ(r, PFLOAT) : int_is(r)))) {
            return err ? err : float_get(r, value, &found);
        }
        if (found) {
            return vm_raise(ERR_TYPE_EXC, "%s.%s returned non-%s (type %s)",
                            type_name_of(x), i ? "__index__" : "__float__",
                            i ? "int" : "float", type_name_of(r));
        }
    }
    return vm_raise(ERR_TYPE_EXC,
                    "float() argument must be a string or a real number, not '%s'",
                    type_name_of(x));
}

/* ---- operators ---- */

double float_mod(double a, double b)
{
    double m = fmod(a, b);
    if (m == 0) {
        return copysign(0.0, b);
    }
    return (m < 0) != (b < 0) ? m + b : m;
}

double float_floordiv(double a, double b)
{
    double m = fmod(a, b), q = (a - m) / b;
    if (m != 0 && (m < 0) != (b < 0)) {
        q -= 1;
    }
    if (q == 0) {
        return copysign(0.0, a / b);
    }
    double down = floor(q);
    return q - down > 0.5 ? down + 1 : down; /* q is integral but for its rounding */
}

OPTIONAL err_t float_power(double a, double b, PObject **res)
{
    if (a == 0 && b < 0) {
        return vm_raise(ERR_ZERODIV_EXC, "0.0 cannot be raised to a negative power");
    }
    if (a < 0 && isfinite(a) && isfinite(b) && b != floor(b)) {
        return vm_raise(ERR_VALUE_EXC,
                        "negative number cannot be raised to a fractional power");
    }
    double r = pow(a, b);
    if (isinf(r) && isfinite(a) && isfinite(b)) {
        return vm_raise(ERR_OVERFLOW_EXC, "(34, 'Numerical result out of range')");
    }
    return give(r, res);
}

err_t float_binary(binary_t op, PObject *a, PObject *b, PObject **res)
{
    double x, y;
    bool both = op <= BIN_POW, number;
    err_t err = float_get(a, &x, &number);
    both &= number;
    if (err == ERR_OK && both) {
        err = float_get(b, &y, &number);
        both &= number;
    }
    if (err || !both) {
        *res = P_NOT_IMPLEMENTED;
        return both ? err : ERR_OK;
    }
    switch (op) {
    case BIN_ADD:
        return give(x + y, res);
    case BIN_SUB:
        return give(x - y, res);
    case BIN_MUL:
        return give(x * y, res);
    case BIN_POW:
        return float_power(x, y, res);
    default:
        break;
    }
    if (y == 0) {
        return vm_raise(ERR_ZERODIV_EXC, op == BIN_DIV ? "float division by zero"
                                         : op == BIN_FDIV
                                             ? "float floor division by zero"
                                             : "float modulo");
    }
    return give(op == BIN_DIV    ? x / y
                : op == BIN_FDIV ? float_floordiv(x, y)
                                 : float_mod(x, y),
                res);
}

static err_t float_unary(unary_t op, PObject *a, PObject **res)
{
    if (op == UN_INVERT) {
        *res = P_NOT_IMPLEMENTED;
        return ERR_OK;
    }
    if (op == UN_POS) {
        *res = a;
        return ERR_OK;
    }
    return give(-FLOAT_VALUE(a), res);
}

/* ---- comparing ---- */

/* A float against an int beyond 2^53: by the float's integral part, then its fraction.
 */
static int order_exactly(double a, PObject *b)
{
    PObject *whole;
    if (isinf(a)) {
        return a > 0 ? 1 : -1;
    }
    double down = floor(a);
    if (fabs(a) < 9007199254740992.0 && IS_OBJ(b, PBIGINT)) {
        return int_order(PSMALLINT_NEW(0),
                         b); /* so much smaller that only b's sign counts */
    }
    int64_t v;
    if (int_get(b, &v) && down >= -9223372036854775808.0 &&
        down < 9223372036854775808.0) {
        int64_t w = (int64_t)down;
        int order = (w > v) - (w < v);
        return order ? order : a > down;
    }
    if (int_get(b, &v)) {
        return a > 0 ? 1 : -1;
    }
    if (int_from_double(a, &whole)) { /* no memory: by rounding */
        exc_clear();
        double other = INFINITY;
        if (int_to_double(b, &other)) {
            exc_clear();
        }
        return (a > other) - (a < other);
    }
    return int_order(whole, b);
}

int float_order(double a, PObject *b, bool *unordered)
{
    *unordered = isnan(a);
    if (IS_OBJ(b, PFLOAT)) {
        double y = FLOAT_VALUE(b);
        *unordered |= isnan(y);
        return (a > y) - (a < y);
    }
    if (*unordered) {
        return 1;
    }
    if (IS_PSMALLINT(b)) {
        double y = PSMALLINT_VALUE(b);
        return (a > y) - (a < y);
    }
    return order_exactly(a, b);
}

static err_t float_compare(compare_t op, PObject *a, PObject *b, PObject **res)
{
    if (!IS_OBJ(b, PFLOAT) && !int_is(b)) {
        *res = P_NOT_IMPLEMENTED;
        return ERR_OK;
    }
    bool unordered;
    int order = float_order(FLOAT_VALUE(a), b, &unordered);
    bool yes = op == CMP_EQ   ? order == 0
               : op == CMP_LT ? order < 0
               : op == CMP_LE ? order <= 0
               : op == CMP_GT ? order > 0
                              : order >= 0;
    *res = PBOOL_NEW(yes && !unordered);
    return ERR_OK;
}

/* As bigint_hash of the same value, without making it. */
static uint32_t hash_huge(double value)
{
    int exponent;
    uint64_t mantissa = (uint64_t)ldexp(frexp(fabs(value), &exponent), 53);
    uint32_t hash = value < 0 ? 0x9E3779B9u : 0;
    int shift = exponent - 53;
    for (int at = 0; at < exponent; at += 32) {
        int by = at - shift; /* bits of the mantissa below this limb */
        uint64_t limb = by <= -32 ? 0 : by < 0 ? mantissa << -by : mantissa >> by;
        hash = (hash << 5 | hash >> 27) ^ (uint32_t)limb;
    }
    return hash;
}

uint32_t float_hash(double value)
{
    if (value == floor(value) && !isinf(value)) {
        bool fits = value >= -9223372036854775808.0 && value < 9223372036854775808.0;
        return fits ? int_hash_i64((int64_t)value) : hash_huge(value);
    }
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return (uint32_t)(bits ^ bits >> 32) * 0x9E3779B1u;
}

/* ---- methods ---- */

static err_t m_is_integer(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    double v = FLOAT_VALUE(self);
    *res = PBOOL_NEW(isfinite(v) && v == floor(v));
    return ERR_OK;
}

static err_t m_as_integer_ratio(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    double v = FLOAT_VALUE(self);
    if (!isfinite(v)) {
        return vm_raise(isnan(v) ? ERR_VALUE_EXC : ERR_OVERFLOW_EXC,
                        "cannot convert %s to integer ratio",
                        isnan(v) ? "NaN" : "Infinity");
    }
    int exponent;
    double fraction = frexp(v, &exponent);
    while (fraction != floor(fraction)) {
        fraction *= 2;
        exponent--;
    }
    PObject *num, *den = PSMALLINT_NEW(1);
    err_t err = int_from_double(fraction, &num);
    PObject *by = PSMALLINT_NEW(exponent < 0 ? -exponent : exponent);
    if (err == ERR_OK) {
        PObject **scaled = exponent < 0 ? &den : &num;
        err = int_binary(BIN_LSHIFT, *scaled, by, scaled);
    }
    if (err) {
        return err;
    }
    *res = (PObject *)tuple_pair(num, den);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t m_hex(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    char memory[40];
    text_t out;
    text_init(&out, memory, sizeof memory);
    double v = FLOAT_VALUE(self);
    if (!isfinite(v)) {
        float_repr_to(v, &out);
        return text_take(&out, res);
    }
    uint64_t bits;
    memcpy(&bits, &v, sizeof bits);
    int exponent = (int)(bits >> 52 & 0x7FF);
    text_add_c(&out, bits >> 63 ? "-0x" : "0x");
    text_add_char(&out, exponent ? '1' : '0');
    text_add_char(&out, '.');
    if (v == 0) {
        text_add_c(&out, "0p+0");
        return text_take(&out, res);
    }
    for (int i = 48; i >= 0; i -= 4) {
        text_add_char(&out, "0123456789abcdef"[bits >> i & 15]);
    }
    exponent = exponent ? exponent - 1023 : -1022;
    text_add_char(&out, 'p');
    text_add_char(&out, exponent < 0 ? '-' : '+');
    text_add_int(&out, exponent < 0 ? -exponent : exponent);
    return text_take(&out, res);
}

static err_t m_conjugate(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    *res = self;
    return ERR_OK;
}

static err_t float_getattr(PObject *self, uint16_t name, PObject **res)
{
    *res = NULL;
    if (name == NAME_real) {
        *res = self;
    } else if (name == NAME_imag) {
        return give(0.0, res);
    }
    return ERR_OK;
}

static err_t float_repr(PObject *self, text_t *out)
{
    return float_repr_to(FLOAT_VALUE(self), out);
}

static err_t float_hash_row(PObject *self, uint32_t *hash)
{
    *hash = float_hash(FLOAT_VALUE(self));
    return ERR_OK;
}

static err_t float_is_true(PObject *self, bool *res)
{
    *res = FLOAT_VALUE(self) != 0;
    return ERR_OK;
}

#define METHODS(M)                                                                     \
    M(float, hex, 0, 0, m_hex, NULL)                                                   \
    M(float, is_integer, 0, 0, m_is_integer, NULL)                                     \
    M(float, as_integer_ratio, 0, 0, m_as_integer_ratio, NULL)                         \
    M(float, conjugate, 0, 0, m_conjugate, NULL)
METHODS(OPTIONAL_METHOD)

static const type_method_t methods[] = {METHODS(METHOD_ROW)};

const type_ops_t float_ops = {
    .repr = float_repr,
    .hash = float_hash_row,
    .compare = float_compare,
    .binary = float_binary,
    .unary = float_unary,
    .is_true = float_is_true,
    .getattr = float_getattr,
    .methods = methods,
    .nmethods = sizeof methods / sizeof *methods,
};
