/* SPDX-License-Identifier: MIT */
/* builtins_num.c -- built-in functions on numbers: abs, divmod, max, min, pow, round,
 * sum, bin, hex, oct, chr, ord … */
#include "builtins.h"
#include "bytes.h"
#include "call.h"
#include "exc.h"
#include "float.h"
#include "int.h"
#include "iter.h"
#include "obj.h"
#include "span.h"
#include "str.h"
#include "text.h"
#include "tuple.h"
#include "utf8.h"
#include "vosal.h"
#include <math.h>

static err_t give_float(double value, PObject **res)
{
    *res = float_new(value);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

/* ---- signs, quotients, powers ---- */

OPTIONAL err_t builtin_abs(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    PObject *x = args[0];
    bool found = false;
    if (int_is(x)) {
        return int_unary(int_order(x, PSMALLINT_NEW(0)) < 0 ? UN_NEG : UN_POS, x, res);
    }
    if (IS_OBJ(x, PFLOAT)) {
        return give_float(fabs(FLOAT_VALUE(x)), res);
    }
    if (IS_OBJ(x, PINSTANCE)) {
        err_t err = vm_call_special(x, NAME___abs__, &found, res, 0, NULL);
        if (err || found) {
            return err;
        }
    }
    return vm_raise(ERR_TYPE_EXC, "bad operand type for abs(): '%s'", type_name_of(x));
}

static err_t pair(PObject *a, PObject *b, PObject **res)
{
    *res = a && b ? (PObject *)tuple_pair(a, b) : NULL;
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t divmod_special(PObject *a, PObject *b, bool *found, PObject **res)
{
    PObject *both[] = {a, b};
    static const uint16_t names[] = {NAME___divmod__, NAME___rdivmod__};
    *found = false;
    for (int i = 0; i < 2 && !*found; i++) {
        if (!IS_OBJ(both[i], PINSTANCE)) {
            continue;
        }
        err_t err = vm_call_special(both[i], names[i], found, res, 1, &both[1 - i]);
        if (err) {
            return err;
        }
        *found = *found && *res != P_NOT_IMPLEMENTED;
    }
    return ERR_OK;
}

OPTIONAL err_t builtin_divmod(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    PObject *a = args[0], *b = args[1], *q, *r;
    bool found, x_number, y_number;
    double x = 0, y = 0;
    if (int_is(a) && int_is(b)) {
        err_t err = int_divmod(a, b, &q, &r);
        return err ? err : pair(q, r, res);
    }
    err_t err = divmod_special(a, b, &found, res);
    if (err || found) {
        return err;
    }
    err = float_get(a, &x, &x_number);
    err = err ? err : float_get(b, &y, &y_number);
    if (err) {
        return err;
    }
    if (!x_number || !y_number) {
        return vm_raise(ERR_TYPE_EXC,
                        "unsupported operand type(s) for divmod(): '%s' and '%s'",
                        type_name_of(a), type_name_of(b));
    }
    if (y == 0) {
        return vm_raise(ERR_ZERODIV_EXC, "float divmod()");
    }
    return pair(float_new(float_floordiv(x, y)), float_new(float_mod(x, y)), res);
}

OPTIONAL err_t builtin_pow(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    PObject *mod = span_optional(nargs, args, 2);
    if (mod == NULL || IS_NONE(mod)) {
        return obj_binary(BIN_POW, args[0], args[1], res);
    }
    if (IS_OBJ(args[0], PINSTANCE)) {
        bool found = false;
        err_t err = vm_call_special(args[0], NAME___pow__, &found, res, 2,
                                    (PObject *[]){args[1], mod});
        if (err || found) {
            return err;
        }
    }
    if (!int_is(args[0]) || !int_is(args[1]) || !int_is(mod)) {
        return vm_raise(
            ERR_TYPE_EXC,
            "pow() 3rd argument not allowed unless all arguments are integers");
    }
    return int_pow_mod(args[0], args[1], mod, res);
}

/* ---- round ---- */

/* round(int, -n): to a multiple of 10^n, halves to even. */
static err_t round_int(PObject *x, int64_t digits, PObject **res)
{
    PObject *unit, *q, *r, *twice;
    if (digits >= 0) {
        return int_index(x, res);
    }
    if (digits < -100000) {
        *res = PSMALLINT_NEW(0);
        return ERR_OK;
    }
    err_t err =
        int_binary(BIN_POW, PSMALLINT_NEW(10), PSMALLINT_NEW((int32_t)-digits), &unit);
    err = err ? err : int_divmod(x, unit, &q, &r);
    err = err ? err : int_binary(BIN_MUL, r, PSMALLINT_NEW(2), &twice);
    if (err) {
        return err;
    }
    PObject *odd;
    int half = int_order(twice, unit);
    err = int_binary(BIN_AND, q, PSMALLINT_NEW(1), &odd);
    if (err == ERR_OK && (half > 0 || (half == 0 && odd == PSMALLINT_NEW(1)))) {
        err = int_binary(BIN_ADD, q, PSMALLINT_NEW(1), &q);
    }
    return err ? err : int_binary(BIN_MUL, q, unit, res);
}

static err_t round_float(double x, PObject *ndigits, PObject **res)
{
    int64_t n;
    if (ndigits == NULL) {
        return int_from_double(rint(x), res);
    }
    err_t err = obj_index(ndigits, &n);
    if (err) {
        return err;
    }
    double r = float_round(x, n > 400 ? 400 : n < -400 ? -400 : (int)n);
    if (isinf(r) && !isinf(x)) {
        return vm_raise(ERR_OVERFLOW_EXC, "rounded value too large to represent");
    }
    return give_float(r, res);
}

OPTIONAL err_t builtin_round(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    PObject *x = args[0], *ndigits = span_optional(nargs, args, 1);
    bool found = false;
    int64_t n = 0;
    err_t err = ERR_OK;
    if (ndigits != NULL && IS_NONE(ndigits)) {
        ndigits = NULL;
    }
    if (int_is(x)) {
        err = ndigits ? obj_index(ndigits, &n) : ERR_OK;
        return err ? err : round_int(x, n, res);
    }
    if (IS_OBJ(x, PFLOAT)) {
        return round_float(FLOAT_VALUE(x), ndigits, res);
    }
    if (IS_OBJ(x, PINSTANCE)) {
        err =
            vm_call_special(x, NAME___round__, &found, res, ndigits ? 1 : 0, &ndigits);
    }
    return err || found
               ? err
               : vm_raise(ERR_TYPE_EXC, "type %s doesn't define __round__ method",
                          type_name_of(x));
}

/* ---- sum, min, max ---- */

/* Ints are added as an int64 and floats as a double, until something else comes. */
typedef struct {
    enum { SUM_INT, SUM_FLOAT, SUM_OBJECT } kind;
    int64_t whole;
    double real;
    PObject *object;
} sum_t;

static err_t sum_object(sum_t *s, PObject **res)
{
    *res = s->kind == SUM_INT     ? int_new(s->whole)
           : s->kind == SUM_FLOAT ? float_new(s->real)
                                  : s->object;
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t sum_each(void *ctx, PObject *value)
{
    sum_t *s = ctx;
    int64_t v, r;
    if (s->kind == SUM_INT && int_get(value, &v) &&
        !__builtin_add_overflow(s->whole, v, &r)) {
        s->whole = r;
        return ERR_OK;
    }
    if (s->kind != SUM_OBJECT && IS_OBJ(value, PFLOAT)) {
        double sofar = s->kind == SUM_INT ? (double)s->whole : s->real;
        s->kind = SUM_FLOAT;
        s->real = sofar + FLOAT_VALUE(value);
        return ERR_OK;
    }
    if (s->kind == SUM_FLOAT && int_get(value, &v)) {
        s->real += (double)v;
        return ERR_OK;
    }
    PObject *sofar;
    err_t err = sum_object(s, &sofar);
    s->kind = SUM_OBJECT;
    return err ? err : obj_binary(BIN_ADD, sofar, value, &s->object);
}

OPTIONAL err_t builtin_sum(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    PObject *start = span_optional(nargs, args, 1);
    sum_t s = {.kind = SUM_INT};
    if (start != NULL && (IS_OBJ(start, PSTRING) || IS_OBJ(start, PBYTES))) {
        return vm_raise(ERR_TYPE_EXC, "sum() can't sum %s [use %s''.join(seq) instead]",
                        IS_OBJ(start, PSTRING) ? "strings" : "bytes",
                        IS_OBJ(start, PSTRING) ? "" : "b");
    }
    if (start != NULL && !int_get(start, &s.whole)) {
        s.kind = IS_OBJ(start, PFLOAT) ? SUM_FLOAT : SUM_OBJECT;
        s.real = IS_OBJ(start, PFLOAT) ? FLOAT_VALUE(start) : 0;
        s.object = start;
    }
    err_t err = iter_for_each(args[0], sum_each, &s);
    return err ? err : sum_object(&s, res);
}

typedef struct {
    compare_t op; /* CMP_LT for min */
    PObject *key; /* function, or NULL */
    PObject *best, *best_key;
} extreme_t;

static err_t extreme_each(void *ctx, PObject *value)
{
    extreme_t *e = ctx;
    PObject *key = value, *r;
    bool better = e->best == NULL;
    err_t err = e->key ? vm_call(e->key, &key, 1, &value) : ERR_OK;
    if (err == ERR_OK && !better) {
        if (IS_PSMALLINT(key) && IS_PSMALLINT(e->best_key)) {
            int32_t a = PSMALLINT_VALUE(key), b = PSMALLINT_VALUE(e->best_key);
            better = e->op == CMP_LT ? a < b : a > b;
        } else {
            err = obj_compare(e->op, key, e->best_key, &r);
            err = err ? err : obj_is_true(r, &better);
        }
    }
    if (err == ERR_OK && better) {
        e->best = value;
        e->best_key = key;
    }
    return err;
}

/* self: the tuple of key and default, or NULL. */
static err_t extreme(const char *who, compare_t op, int nargs, PObject *self,
                     PObject **args, PObject **res)
{
    PObject *key = self ? PTUPLE_ITEM(self, 0) : NULL;
    PObject *standby = self ? PTUPLE_ITEM(self, 1) : NULL;
    extreme_t e = {.op = op, .key = key && !IS_NONE(key) ? key : NULL};
    err_t err = ERR_OK;
    if (nargs == 1) {
        err = iter_for_each(args[0], extreme_each, &e);
    } else if (standby != NULL) {
        return vm_raise(ERR_TYPE_EXC,
                        "Cannot specify a default for %s() with multiple positional "
                        "arguments",
                        who);
    }
    for (int i = 0; nargs > 1 && i < nargs && err == ERR_OK; i++) {
        err = extreme_each(&e, args[i]);
    }
    if (err) {
        return err;
    }
    if (e.best == NULL && standby == NULL) {
        return vm_raise(ERR_VALUE_EXC, "%s() arg is an empty sequence", who);
    }
    *res = e.best ? e.best : standby;
    return ERR_OK;
}

OPTIONAL err_t builtin_max(int nargs, PObject *self, PObject **args, PObject **res)
{
    return extreme("max", CMP_GT, nargs, self, args, res);
}

OPTIONAL err_t builtin_min(int nargs, PObject *self, PObject **args, PObject **res)
{
    return extreme("min", CMP_LT, nargs, self, args, res);
}

/* ---- texts of numbers ---- */

static err_t in_base(PObject *x, unsigned base, const char *prefix, PObject **res)
{
    char memory[72];
    text_t out, digits;
    PObject *value;
    err_t err = int_index(x, &value);
    if (err) {
        return err;
    }
    char inner[72];
    text_init(&digits, inner, sizeof inner);
    err = int_add_text(value, base, false, &digits);
    if (err) {
        return err;
    }
    text_init(&out, memory, sizeof memory);
    size_t minus = digits.data[0] == '-';
    text_add(&out, digits.data, minus);
    text_add_c(&out, prefix);
    text_add(&out, digits.data + minus, digits.length - minus);
    return text_take(&out, res);
}

OPTIONAL err_t builtin_bin(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    return in_base(args[0], 2, "0b", res);
}

OPTIONAL err_t builtin_oct(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    return in_base(args[0], 8, "0o", res);
}

OPTIONAL err_t builtin_hex(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    return in_base(args[0], 16, "0x", res);
}

OPTIONAL err_t builtin_chr(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    int64_t code;
    err_t err = obj_index(args[0], &code);
    if (err) {
        return err;
    }
    if (code < 0 || code > 0x10FFFF) {
        return vm_raise(ERR_VALUE_EXC, "chr() arg not in range(0x110000)");
    }
    *res = (PObject *)str_from_code((uint32_t)code);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

OPTIONAL err_t builtin_ord(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    PObject *x = args[0];
    const uint8_t *data;
    uint32_t len, code;
    if (IS_OBJ(x, PSTRING)) {
        unsigned n;
        len = str_bytes(x);
        data = str_data(x);
        code = len > 0 ? utf8_decode(data, data + len, &n) : 0;
        len = len > 0 && n == len ? 1 : str_length(x);
    } else if (bytes_view(x, &data, &len)) {
        code = len > 0 ? data[0] : 0;
    } else {
        return vm_raise(ERR_TYPE_EXC, "ord() expected string of length 1, but %s found",
                        type_name_of(x));
    }
    if (len != 1) {
        return vm_raise(ERR_TYPE_EXC,
                        "ord() expected a character, but string of length %u found",
                        len);
    }
    *res = PSMALLINT_NEW((int32_t)code);
    return ERR_OK;
}

/* ---- random ---- */

/* xorshift64*: quick and even; nothing for secrets. */
static uint32_t next_random(void)
{
    static uint64_t state;
    if (state == 0) {
        state = 0x9E3779B97F4A7C15u ^ ((uint64_t)vosMillis() << 20) ^ (uintptr_t)&state;
    }
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return (uint32_t)(state * 0x2545F4914F6CDD1Du >> 32);
}

/* random(): 32 bits. random(a, b): a ≤ n ≤ b. */
OPTIONAL err_t builtin_random(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    int64_t low = 0, high = UINT32_MAX;
    err_t err = nargs > 0 ? int_to_i64(args[0], &low) : ERR_OK;
    err = err || nargs < 2 ? err : int_to_i64(args[1], &high);
    if (err) {
        return err;
    }
    if (nargs == 1 || low > high) {
        return vm_raise(ERR_VALUE_EXC, nargs == 1 ? "random() takes no or two arguments"
                                                  : "empty range for random()");
    }
    uint64_t span = (uint64_t)high - (uint64_t)low + 1;
    uint64_t r = (uint64_t)next_random() << 32 | next_random();
    *res = int_new((int64_t)((uint64_t)low + (span ? r % span : r)));
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}
