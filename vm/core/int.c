/* SPDX-License-Identifier: MIT */
/* int.c -- arithmetic and conversions of integers that fit an int64; bigint.c takes
 * over where they do not. */
#include "int.h"
#include "bigint.h"
#include "call.h"
#include "exc.h"
#include "float.h"
#include "gc.h"
#include "int_methods.h"
#include "obj.h"
#include "pnumbers.h"
#include "str.h"
#include "text.h"
#include "utf8.h"
#include "bytes.h"
#include <math.h>

/* ---- making ---- */

PInteger *pinteger_new(int64_t value)
{
    PInteger *o = gc_new_fast(PINTEGER, POBJ_HASHABLE, sizeof *o);
    if (o != NULL) {
        o->val = value;
    }
    return o;
}

PInteger *pinteger_new_u(uint64_t value)
{
    return pinteger_new((int64_t)value);
}

PObject *int_new_big(int64_t value)
{
    return (PObject *)pinteger_new(value);
}

PObject *int_new_u64(uint64_t value)
{
    PObject *res;
    if (value <= INT64_MAX) {
        return int_new((int64_t)value);
    }
    return bigint_from_u64(value, false, &res) ? NULL : res;
}

static err_t give(int64_t value, PObject **res)
{
    *res = int_new(value);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

/* ---- reading ---- */

bool int_get(PObject *o, int64_t *value)
{
    if (IS_PSMALLINT(o)) {
        *value = PSMALLINT_VALUE(o);
    } else if (IS_BOOL(o)) {
        *value = PBOOL_VALUE(o);
    } else if (IS_OBJ(o, PINTEGER)) {
        *value = PINTEGER_VALUE(o);
    } else {
        return false;
    }
    return true;
}

err_t int_to_i64(PObject *o, int64_t *value)
{
    if (int_get(o, value)) {
        return ERR_OK;
    }
    if (IS_OBJ(o, PBIGINT)) {
        return vm_raise(ERR_OVERFLOW_EXC, "Python int too large to convert to C long");
    }
    return vm_raise(ERR_TYPE_EXC, "'%s' object cannot be interpreted as an integer",
                    type_name_of(o));
}

err_t int_to_double(PObject *o, double *value)
{
    int64_t v;
    if (int_get(o, &v)) {
        *value = (double)v;
        return ERR_OK;
    }
    *value = bigint_to_double(o);
    return isinf(*value)
               ? vm_raise(ERR_OVERFLOW_EXC, "int too large to convert to float")
               : ERR_OK;
}

err_t int_from_double(double value, PObject **res)
{
    if (isnan(value)) {
        return vm_raise(ERR_VALUE_EXC, "cannot convert float NaN to integer");
    }
    if (isinf(value)) {
        return vm_raise(ERR_OVERFLOW_EXC, "cannot convert float infinity to integer");
    }
    if (value >= -9223372036854775808.0 && value < 9223372036854775808.0) {
        return give((int64_t)value, res);
    }
    return bigint_from_double(value, res);
}

/* What __index__ or __int__ of a user's class returns. */
static err_t special_int(PObject *x, uint16_t name, bool *found, PObject **res)
{
    err_t err = vm_call_special(x, name, found, res, 0, NULL);
    if (err == ERR_OK && *found && !int_is(*res)) {
        return vm_raise(ERR_TYPE_EXC, "%s returned non-int (type %s)",
                        name == NAME___index__ ? "__index__" : "__int__",
                        type_name_of(*res));
    }
    return err;
}

/* A bool as the int it is. */
static PObject *plain(PObject *o)
{
    return IS_BOOL(o) ? PSMALLINT_NEW(PBOOL_VALUE(o)) : o;
}

err_t int_index(PObject *x, PObject **res)
{
    bool found = false;
    if (int_is(x)) {
        *res = plain(x);
        return ERR_OK;
    }
    if (IS_OBJ(x, PINSTANCE)) {
        err_t err = special_int(x, NAME___index__, &found, res);
        if (err || found) {
            return err;
        }
    }
    return vm_raise(ERR_TYPE_EXC, "'%s' object cannot be interpreted as an integer",
                    type_name_of(x));
}

err_t int_from(PObject *x, PObject **res)
{
    const uint8_t *data;
    uint32_t len;
    if (int_is(x)) {
        *res = plain(x);
        return ERR_OK;
    }
    if (IS_OBJ(x, PFLOAT)) {
        return int_from_double(FLOAT_VALUE(x), res);
    }
    if (IS_OBJ(x, PSTRING)) {
        return int_parse((char *)str_data(x), str_bytes(x), 10, x, res);
    }
    if (bytes_view(x, &data, &len)) {
        return int_parse((const char *)data, len, 10, x, res);
    }
    static const uint16_t specials[] = {NAME___int__, NAME___index__, NAME___trunc__};
    for (int i = 0; i < 3 && IS_OBJ(x, PINSTANCE); i++) {
        bool found = false;
        err_t err = special_int(x, specials[i], &found, res);
        if (err || found) {
            return err;
        }
    }
    return vm_raise(
        ERR_TYPE_EXC,
        "int() argument must be a string, a bytes-like object or a real number, "
        "not '%s'",
        type_name_of(x));
}

unsigned int_bit_length(PObject *o)
{
    int64_t v;
    if (!int_get(o, &v)) {
        return bigint_bit_length(o);
    }
    uint64_t magnitude = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
    return magnitude ? 64 - (unsigned)__builtin_clzll(magnitude) : 0;
}

/* ---- operators on two int64 ---- */

static err_t zero_division(const char *text)
{
    return vm_raise(ERR_ZERODIV_EXC, text);
}

static int64_t floor_div(int64_t a, int64_t b)
{
    int64_t q = a / b;
    return a % b != 0 && (a < 0) != (b < 0) ? q - 1 : q;
}

static int64_t floor_mod(int64_t a, int64_t b)
{
    int64_t m = a % b;
    return m != 0 && (m < 0) != (b < 0) ? m + b : m;
}

/* a ** b, b ≥ 0; false: does not fit. */
static bool power(int64_t a, int64_t b, int64_t *res)
{
    int64_t r = 1;
    while (b > 0) {
        if ((b & 1) && __builtin_mul_overflow(r, a, &r)) {
            return false;
        }
        b >>= 1;
        if (b > 0 && __builtin_mul_overflow(a, a, &a)) {
            return false;
        }
    }
    *res = r;
    return true;
}

static bool shift_left(int64_t a, int64_t n, int64_t *res)
{
    if (a == 0) {
        *res = 0;
        return true;
    }
    if (n > 62) {
        return false;
    }
    *res = (int64_t)((uint64_t)a << n);
    return *res >> n == a;
}

static err_t true_divide(PObject *a, PObject *b, int64_t x, int64_t y, PObject **res)
{
    const int64_t exact = (int64_t)1 << 53;
    double q;
    if (y == 0) {
        return zero_division("division by zero");
    }
    if (x >= -exact && x <= exact && y >= -exact && y <= exact) {
        q = (double)x / (double)y;
    } else if (!bigint_true_divide(a, b, &q)) {
        return vm_raise(ERR_OVERFLOW_EXC,
                        "integer division result too large for a float");
    }
    *res = float_new(q);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t negative_power(PObject *a, PObject *b, PObject **res)
{
    double x, y;
    err_t err = int_to_double(a, &x);
    if (err == ERR_OK) {
        err = int_to_double(b, &y);
    }
    if (err) {
        return err;
    }
    PObject *base = float_new(x), *exp = float_new(y);
    return base && exp ? float_binary(BIN_POW, base, exp, res) : ERR_MEMORY_EXC;
}

/* False: no int64; bigint.c goes on. The errors have been looked for. */
static bool binary_i64(binary_t op, int64_t x, int64_t y, int64_t *r)
{
    switch (op) {
    case BIN_ADD:
        return !__builtin_add_overflow(x, y, r);
    case BIN_SUB:
        return !__builtin_sub_overflow(x, y, r);
    case BIN_MUL:
        return !__builtin_mul_overflow(x, y, r);
    case BIN_FDIV:
        if (x == INT64_MIN && y == -1) {
            return false;
        }
        *r = floor_div(x, y);
        return true;
    case BIN_MOD:
        *r = y == -1 ? 0 : floor_mod(x, y);
        return true;
    case BIN_POW:
        return power(x, y, r);
    case BIN_LSHIFT:
        return shift_left(x, y, r);
    case BIN_RSHIFT:
        *r = x >> (y > 63 ? 63 : y);
        return true;
    case BIN_AND:
        *r = x & y;
        return true;
    case BIN_OR:
        *r = x | y;
        return true;
    default: /* BIN_XOR */
        *r = x ^ y;
        return true;
    }
}

/* Signs and zeros that an operator refuses, for ints of any size. */
static err_t check_operand(binary_t op, PObject *b)
{
    int sign = int_order(b, PSMALLINT_NEW(0));
    if (op == BIN_FDIV && sign == 0) {
        return zero_division("integer division or modulo by zero");
    }
    if (op == BIN_MOD && sign == 0) {
        return zero_division("integer modulo by zero");
    }
    if ((op == BIN_LSHIFT || op == BIN_RSHIFT) && sign < 0) {
        return vm_raise(ERR_VALUE_EXC, "negative shift count");
    }
    return ERR_OK;
}

err_t int_binary(binary_t op, PObject *a, PObject *b, PObject **res)
{
    if (!int_is(a) || !int_is(b) || op == BIN_MATMUL) {
        *res = P_NOT_IMPLEMENTED;
        return ERR_OK;
    }
    int64_t x = 0, y = 0, r;
    bool fit = int_get(a, &x) & int_get(b, &y);
    if (op == BIN_DIV) {
        return true_divide(a, b, fit ? x : INT64_MAX, IS_OBJ(b, PBIGINT) ? 1 : y, res);
    }
    if (op == BIN_POW && int_order(b, PSMALLINT_NEW(0)) < 0) {
        return negative_power(a, b, res);
    }
    err_t err = check_operand(op, b);
    if (err) {
        return err;
    }
    return fit && binary_i64(op, x, y, &r) ? give(r, res)
                                           : bigint_binary(op, plain(a), plain(b), res);
}

err_t int_unary(unary_t op, PObject *a, PObject **res)
{
    if (op == UN_POS) {
        *res = plain(a);
        return ERR_OK;
    }
    return op == UN_NEG ? int_binary(BIN_SUB, PSMALLINT_NEW(0), a, res)
                        : int_binary(BIN_SUB, PSMALLINT_NEW(-1), a, res);
}

err_t int_divmod(PObject *a, PObject *b, PObject **quotient, PObject **rest)
{
    int64_t x, y;
    err_t err = check_operand(BIN_FDIV, b);
    if (err) {
        return err;
    }
    if (!int_get(a, &x) || !int_get(b, &y) || y == -1) {
        return bigint_divmod(a, b, quotient, rest);
    }
    err = give(floor_div(x, y), quotient);
    return err ? err : give(floor_mod(x, y), rest);
}

/* Inverse of a modulo m by Euclid's algorithm. */
static err_t inverse(PObject *a, PObject *m, PObject **res)
{
    PObject *r0 = m, *r1, *t0 = PSMALLINT_NEW(0), *t1 = PSMALLINT_NEW(1), *q, *r, *t;
    err_t err = int_binary(BIN_MOD, a, m, &r1);
    while (err == ERR_OK && int_order(r1, PSMALLINT_NEW(0)) != 0) {
        err = int_divmod(r0, r1, &q, &r);
        err = err ? err : int_binary(BIN_MUL, q, t1, &t);
        err = err ? err : int_binary(BIN_SUB, t0, t, &t);
        r0 = r1;
        r1 = r;
        t0 = t1;
        t1 = t;
    }
    if (err) {
        return err;
    }
    PObject *magnitude = r0;
    if (int_order(r0, PSMALLINT_NEW(0)) < 0) {
        err = int_unary(UN_NEG, r0, &magnitude);
    }
    if (err == ERR_OK && int_order(magnitude, PSMALLINT_NEW(1)) != 0) {
        return vm_raise(ERR_VALUE_EXC, "base is not invertible for the given modulus");
    }
    if (err == ERR_OK && r0 != magnitude) {
        err = int_unary(UN_NEG, t0, &t0);
    }
    return err ? err : int_binary(BIN_MOD, t0, m, res);
}

err_t int_pow_mod(PObject *base, PObject *exp, PObject *mod, PObject **res)
{
    int64_t m, e, b;
    if (int_order(mod, PSMALLINT_NEW(0)) == 0) {
        return vm_raise(ERR_VALUE_EXC, "pow() 3rd argument cannot be 0");
    }
    if (int_order(exp, PSMALLINT_NEW(0)) < 0) {
        err_t err = inverse(base, mod, &base);
        err = err ? err : int_unary(UN_NEG, exp, &exp);
        if (err) {
            return err;
        }
    }
    if (!int_get(mod, &m) || !int_get(exp, &e) || !int_get(base, &b) ||
        m > UINT32_MAX || m < 0) {
        return bigint_pow_mod(base, exp, mod, res);
    }
    uint64_t r = 1 % (uint64_t)m, x = (uint64_t)floor_mod(b, m);
    for (; e > 0; e >>= 1) {
        r = e & 1 ? r * x % (uint64_t)m : r;
        x = x * x % (uint64_t)m;
    }
    return give((int64_t)r, res);
}

int int_order(PObject *a, PObject *b)
{
    int64_t x, y;
    if (int_get(a, &x) && int_get(b, &y)) {
        return (x > y) - (x < y);
    }
    return bigint_order(a, b);
}

uint32_t int_hash_i64(int64_t value)
{
    return PSMALLINT_FITS(value) ? (uint32_t)value : (uint32_t)(value ^ (value >> 32));
}

uint32_t int_hash(PObject *o)
{
    int64_t v;
    return int_get(o, &v) ? int_hash_i64(v) : bigint_hash(o);
}

/* ---- text ---- */

err_t int_add_text(PObject *o, unsigned base, bool upper, text_t *out)
{
    int64_t v;
    if (!int_get(o, &v)) {
        return bigint_add_text(o, base, upper, out);
    }
    if (v < 0) {
        text_add_char(out, '-');
    }
    return text_add_uint(out, v < 0 ? 0 - (uint64_t)v : (uint64_t)v, base, upper);
}

static unsigned digit_of(char c)
{
    return c >= '0' && c <= '9'   ? (unsigned)(c - '0')
           : c >= 'a' && c <= 'z' ? (unsigned)(c - 'a' + 10)
           : c >= 'A' && c <= 'Z' ? (unsigned)(c - 'A' + 10)
                                  : 99;
}

/* Skips 0x, 0o, 0b that fits the base, and settles base 0. False: "01" with base 0. */
static bool parse_prefix(const char **p, const char *end, unsigned *base)
{
    const char *s = *p;
    unsigned named = 0;
    if (end - s > 1 && s[0] == '0') {
        char c = s[1] | 0x20;
        named = c == 'x' ? 16 : c == 'o' ? 8 : c == 'b' ? 2 : 0;
    }
    if (named != 0 && (*base == 0 || *base == named)) {
        *p += end - s > 2 && s[2] == '_' ? 3 : 2;
        *base = named;
        return true;
    }
    if (*base == 0) {
        *base = 10;
        if (s < end && *s == '0') { /* only zeros may follow */
            while (s < end && (*s == '0' || *s == '_')) {
                s++;
            }
            return s == end;
        }
    }
    return true;
}

/* Digits with single underscores between them. *overflow: more than an uint64. */
static bool parse_digits(const char *p, const char *end, unsigned base, uint64_t *value,
                         bool *overflow)
{
    bool was_digit = false;
    *value = 0;
    *overflow = false;
    for (; p < end; p++) {
        if (*p == '_' && was_digit) {
            was_digit = false;
            continue;
        }
        unsigned d = digit_of(*p);
        if (d >= base) {
            return false;
        }
        was_digit = true;
        *overflow |= __builtin_mul_overflow(*value, (uint64_t)base, value) ||
                     __builtin_add_overflow(*value, (uint64_t)d, value);
    }
    return was_digit;
}

err_t int_parse(const char *s, size_t len, unsigned base, PObject *shown, PObject **res)
{
    const char *p = s, *end = s + len;
    unsigned given = base;
    while (p < end && (*p == ' ' || (*p >= 9 && *p <= 13))) {
        p++;
    }
    while (end > p && (end[-1] == ' ' || (end[-1] >= 9 && end[-1] <= 13))) {
        end--;
    }
    bool negative = p < end && *p == '-', overflow;
    p += p < end && (*p == '-' || *p == '+');
    uint64_t value;
    if (!parse_prefix(&p, end, &base) ||
        !parse_digits(p, end, base, &value, &overflow)) {
        return vm_raise(ERR_VALUE_EXC, "invalid literal for int() with base %u: %R",
                        given, shown);
    }
    if (overflow) {
        return bigint_parse(p, (size_t)(end - p), base, negative, res);
    }
    if (value > INT64_MAX) {
        return bigint_from_u64(value, negative, res);
    }
    return give(negative ? -(int64_t)value : (int64_t)value, res);
}

/* ---- rows ---- */

static err_t int_repr(PObject *self, text_t *out)
{
    return int_add_text(self, 10, false, out);
}

static err_t int_hash_row(PObject *self, uint32_t *hash)
{
    *hash = int_hash(self);
    return ERR_OK;
}

static err_t int_compare(compare_t op, PObject *a, PObject *b, PObject **res)
{
    int order;
    bool unordered = false;
    if (int_is(b)) {
        order = int_order(a, b);
    } else if (IS_OBJ(b, PFLOAT)) {
        order = -float_order(FLOAT_VALUE(b), a, &unordered);
    } else {
        *res = P_NOT_IMPLEMENTED;
        return ERR_OK;
    }
    bool yes = op == CMP_EQ   ? order == 0
               : op == CMP_LT ? order < 0
               : op == CMP_LE ? order <= 0
               : op == CMP_GT ? order > 0
                              : order >= 0;
    *res = PBOOL_NEW(yes && !unordered);
    return ERR_OK;
}

/* Ints and floats meet here whichever comes first: the row of `a` is asked first. */
static err_t number_binary(binary_t op, PObject *a, PObject *b, PObject **res)
{
    return int_is(a) && int_is(b) ? int_binary(op, a, b, res)
                                  : float_binary(op, a, b, res);
}

static err_t int_is_true(PObject *self, bool *res)
{
    *res = !IS_PSMALLINT(self) || PSMALLINT_VALUE(self) != 0;
    return ERR_OK;
}

static err_t bool_repr(PObject *self, text_t *out)
{
    return text_add_c(out, PBOOL_VALUE(self) ? "True" : "False");
}

static err_t bool_binary(binary_t op, PObject *a, PObject *b, PObject **res)
{
    if (IS_BOOL(a) && IS_BOOL(b) && op >= BIN_AND && op <= BIN_XOR) {
        int x = PBOOL_VALUE(a), y = PBOOL_VALUE(b);
        *res = PBOOL_NEW(op == BIN_AND ? x & y : op == BIN_OR ? x | y : x ^ y);
        return ERR_OK;
    }
    return number_binary(op, a, b, res);
}

static err_t bool_is_true(PObject *self, bool *res)
{
    *res = PBOOL_VALUE(self) != 0;
    return ERR_OK;
}

const type_ops_t int_ops = {
    .repr = int_repr,
    .hash = int_hash_row,
    .compare = int_compare,
    .binary = number_binary,
    .unary = int_unary,
    .is_true = int_is_true,
    .getattr = int_getattr,
    .methods = int_methods,
    .nmethods = INT_METHODS,
};

const type_ops_t bool_ops = {
    .repr = bool_repr,
    .hash = int_hash_row,
    .compare = int_compare,
    .binary = bool_binary,
    .unary = int_unary,
    .is_true = bool_is_true,
    .getattr = int_getattr,
    .methods = int_methods,
    .nmethods = INT_METHODS,
};

const type_ops_t bigint_ops = {
    .repr = int_repr,
    .hash = int_hash_row,
    .compare = int_compare,
    .binary = number_binary,
    .unary = int_unary,
    .is_true = int_is_true,
    .getattr = int_getattr,
    .methods = int_methods,
    .nmethods = INT_METHODS,
};
