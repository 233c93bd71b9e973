/* SPDX-License-Identifier: MIT */
/*
 * bigint.c -- arithmetic of integers beyond an int64: schoolbook methods on 32-bit
 * limbs.
 */
#include "bigint.h"
#include "exc.h"
#include "gc.h"
#include "int.h"
#include "limbs.h"
#include <string.h>

#define MAX_LIMBS (1u << 24)

/* ---- limbs ---- */

void limbs_of(PObject *o, limbs_t *l)
{
    int64_t v;
    if (!int_get(o, &v)) {
        l->limb = ((PBigint *)o)->limb;
        l->n = o->header.length;
        l->negative = (o->header.flags & BIGINT_NEGATIVE) != 0;
        return;
    }
    uint64_t magnitude = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
    l->small[0] = (uint32_t)magnitude;
    l->small[1] = (uint32_t)(magnitude >> 32);
    l->limb = l->small;
    l->n = l->small[1] ? 2 : l->small[0] ? 1 : 0;
    l->negative = v < 0;
}

PBigint *limbs_new(uint32_t n)
{
    if (n > MAX_LIMBS) {
        return NULL;
    }
    PBigint *b = gc_new(PBIGINT, POBJ_HASHABLE, sizeof *b + n * sizeof b->limb[0]);
    if (b != NULL) {
        b->header.length = n;
    }
    return b;
}

err_t limbs_finish(PBigint *b, bool negative, PObject **res)
{
    uint32_t n = b->header.length;
    while (n > 0 && b->limb[n - 1] == 0) {
        n--;
    }
    b->header.length = n;
    uint64_t v = n > 0 ? b->limb[0] : 0;
    v |= n > 1 ? (uint64_t)b->limb[1] << 32 : 0;
    if (n <= 2 && v <= (uint64_t)INT64_MAX + negative) {
        *res = int_new(negative ? (int64_t)(0 - v) : (int64_t)v);
        return *res ? ERR_OK : ERR_MEMORY_EXC;
    }
    if (negative) {
        b->header.flags |= BIGINT_NEGATIVE;
    }
    *res = (PObject *)b;
    return ERR_OK;
}

static int order(const limbs_t *a, const limbs_t *b)
{
    if (a->n != b->n) {
        return a->n > b->n ? 1 : -1;
    }
    for (uint32_t i = a->n; i-- > 0;) {
        if (a->limb[i] != b->limb[i]) {
            return a->limb[i] > b->limb[i] ? 1 : -1;
        }
    }
    return 0;
}

uint32_t limbs_div_small(uint32_t *a, uint32_t n, uint32_t by)
{
    uint64_t rest = 0;
    while (n-- > 0) {
        rest = rest << 32 | a[n];
        a[n] = (uint32_t)(rest / by);
        rest %= by;
    }
    return (uint32_t)rest;
}

uint32_t limbs_mul_small(uint32_t *a, uint32_t n, uint32_t by, uint32_t add)
{
    uint64_t carry = add;
    for (uint32_t i = 0; i < n; i++) {
        carry += (uint64_t)a[i] * by;
        a[i] = (uint32_t)carry;
        carry >>= 32;
    }
    return (uint32_t)carry;
}

/* ---- sum, difference, product ---- */

static err_t add_magnitudes(const limbs_t *a, const limbs_t *b, bool negative,
                            PObject **res)
{
    if (a->n < b->n) {
        const limbs_t *t = a;
        a = b;
        b = t;
    }
    PBigint *r = limbs_new(a->n + 1);
    if (r == NULL) {
        return ERR_MEMORY_EXC;
    }
    uint64_t carry = 0;
    for (uint32_t i = 0; i < a->n; i++) {
        carry += (uint64_t)a->limb[i] + (i < b->n ? b->limb[i] : 0);
        r->limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
    r->limb[a->n] = (uint32_t)carry;
    return limbs_finish(r, negative, res);
}

/* |a| - |b|, negated when `negative`. */
static err_t sub_magnitudes(const limbs_t *a, const limbs_t *b, bool negative,
                            PObject **res)
{
    if (order(a, b) < 0) {
        const limbs_t *t = a;
        a = b;
        b = t;
        negative = !negative;
    }
    PBigint *r = limbs_new(a->n + 1);
    if (r == NULL) {
        return ERR_MEMORY_EXC;
    }
    uint32_t borrow = 0;
    for (uint32_t i = 0; i < a->n; i++) {
        uint64_t d = (uint64_t)a->limb[i] - (i < b->n ? b->limb[i] : 0) - borrow;
        r->limb[i] = (uint32_t)d;
        borrow = (uint32_t)(d >> 63);
    }
    return limbs_finish(r, negative, res);
}

static err_t add(const limbs_t *a, const limbs_t *b, PObject **res)
{
    return a->negative == b->negative ? add_magnitudes(a, b, a->negative, res)
                                      : sub_magnitudes(a, b, a->negative, res);
}

static err_t multiply(const limbs_t *a, const limbs_t *b, PObject **res)
{
    PBigint *r = limbs_new(a->n + b->n + 1);
    if (r == NULL) {
        return ERR_MEMORY_EXC;
    }
    for (uint32_t i = 0; i < a->n; i++) {
        uint64_t carry = 0, by = a->limb[i];
        for (uint32_t j = 0; j < b->n; j++) {
            carry += by * b->limb[j] + r->limb[i + j];
            r->limb[i + j] = (uint32_t)carry;
            carry >>= 32;
        }
        r->limb[i + b->n] = (uint32_t)carry;
    }
    return limbs_finish(r, a->negative != b->negative, res);
}

/* ---- quotient and rest ---- */

/* to[n + 1] = from[n] << shift, shift < 32. */
static void shift_limbs(uint32_t *to, const uint32_t *from, uint32_t n, unsigned shift)
{
    uint64_t carry = 0;
    for (uint32_t i = 0; i < n; i++) {
        carry |= (uint64_t)from[i] << shift;
        to[i] = (uint32_t)carry;
        carry >>= 32;
    }
    to[n] = (uint32_t)carry;
}

/* u[0 … n] -= q · v[n]; true when that went below zero. */
static bool sub_product(uint32_t *u, const uint32_t *v, uint32_t n, uint64_t q)
{
    uint64_t carry = 0;
    uint32_t borrow = 0;
    for (uint32_t i = 0; i <= n; i++) {
        carry += i < n ? q * v[i] : 0;
        uint64_t d = (uint64_t)u[i] - (uint32_t)carry - borrow;
        u[i] = (uint32_t)d;
        borrow = (uint32_t)(d >> 63);
        carry >>= 32;
    }
    return borrow != 0;
}

static void add_back(uint32_t *u, const uint32_t *v, uint32_t n)
{
    uint64_t carry = 0;
    for (uint32_t i = 0; i < n; i++) {
        carry += (uint64_t)u[i] + v[i];
        u[i] = (uint32_t)carry;
        carry >>= 32;
    }
    u[n] += (uint32_t)carry;
}

/* Knuth's algorithm D: u[m + n] by v[n], normalised, n ≥ 2. q gets m limbs, u keeps the
 * rest. */
static void long_divide(uint32_t *u, const uint32_t *v, uint32_t m, uint32_t n,
                        uint32_t *q)
{
    const uint64_t base = (uint64_t)1 << 32;
    for (uint32_t j = m; j-- > 0;) {
        uint64_t top = (uint64_t)u[j + n] << 32 | u[j + n - 1];
        uint64_t guess = top / v[n - 1], rest = top % v[n - 1];
        while (guess >= base || guess * v[n - 2] > (rest << 32 | u[j + n - 2])) {
            guess--;
            rest += v[n - 1];
            if (rest >= base) {
                break;
            }
        }
        if (sub_product(u + j, v, n, guess)) {
            guess--;
            add_back(u + j, v, n);
        }
        q[j] = (uint32_t)guess;
    }
}

/* |a| / |b| and |a| % |b| as unfinished magnitudes. */
static err_t divide_magnitudes(const limbs_t *a, const limbs_t *b, PBigint **q,
                               PBigint **r)
{
    if (order(a, b) < 0) {
        *q = limbs_new(1);
        *r = limbs_new(a->n + 1);
        if (*q == NULL || *r == NULL) {
            return ERR_MEMORY_EXC;
        }
        memcpy((*r)->limb, a->limb, a->n * sizeof *a->limb);
        return ERR_OK;
    }
    uint32_t n = b->n, m = a->n - n + 1;
    *q = limbs_new(m > a->n ? m : a->n + 1);
    *r = limbs_new(a->n + 2);
    PBigint *v = limbs_new(n + 1);
    if (*q == NULL || *r == NULL || v == NULL) {
        return ERR_MEMORY_EXC;
    }
    if (n == 1) {
        memcpy((*q)->limb, a->limb, a->n * sizeof *a->limb);
        (*r)->limb[0] = limbs_div_small((*q)->limb, a->n, b->limb[0]);
        return ERR_OK;
    }
    unsigned shift = (unsigned)__builtin_clz(b->limb[n - 1]);
    shift_limbs(v->limb, b->limb, n, shift);
    shift_limbs((*r)->limb, a->limb, a->n, shift);
    long_divide((*r)->limb, v->limb, m, n, (*q)->limb);
    uint32_t *rest = (*r)->limb; /* back by `shift` */
    for (uint32_t i = 0; i < n; i++) {
        uint64_t two = (uint64_t)rest[i + 1] << 32 | rest[i];
        rest[i] = (uint32_t)(two >> shift);
    }
    memset(rest + n, 0, ((*r)->header.length - n) * sizeof *rest);
    return ERR_OK;
}

err_t bigint_divmod(PObject *a, PObject *b, PObject **quotient, PObject **rest)
{
    limbs_t x, y;
    PBigint *q, *r;
    limbs_of(a, &x);
    limbs_of(b, &y);
    err_t err = divide_magnitudes(&x, &y, &q, &r);
    err = err ? err : limbs_finish(q, x.negative != y.negative, quotient);
    err = err ? err : limbs_finish(r, x.negative, rest);
    if (err || *rest == PSMALLINT_NEW(0) || x.negative == y.negative) {
        return err;
    }
    err = int_binary(BIN_SUB, *quotient, PSMALLINT_NEW(1), quotient);
    return err ? err : int_binary(BIN_ADD, *rest, b, rest);
}

/* ---- powers ---- */

static err_t power(PObject *a, PObject *e, PObject *m, PObject **res)
{
    limbs_t exp;
    limbs_of(e, &exp);
    PObject *r = PSMALLINT_NEW(1);
    err_t err = m ? int_binary(BIN_MOD, a, m, &a) : ERR_OK;
    for (uint32_t bit = int_bit_length(e); bit-- > 0 && err == ERR_OK;) {
        err = int_binary(BIN_MUL, r, r, &r);
        if (err == ERR_OK && (exp.limb[bit / 32] >> (bit % 32) & 1)) {
            err = int_binary(BIN_MUL, r, a, &r);
        }
        if (err == ERR_OK && m) {
            err = int_binary(BIN_MOD, r, m, &r);
        }
    }
    err = err || !m ? err : int_binary(BIN_MOD, r, m, &r);
    *res = r;
    return err;
}

err_t bigint_pow_mod(PObject *a, PObject *e, PObject *m, PObject **res)
{
    return power(a, e, m, res);
}

/* ---- bits: two's complement on demand ---- */

/* Limb i of the infinite two's complement; *carry is 1 before limb 0 of a negative
 * number. */
static uint32_t signed_limb(const limbs_t *l, uint32_t i, uint32_t *carry)
{
    uint32_t v = i < l->n ? l->limb[i] : 0;
    if (!l->negative) {
        return v;
    }
    uint64_t sum = (uint64_t)(uint32_t)~v + *carry;
    *carry = (uint32_t)(sum >> 32);
    return (uint32_t)sum;
}

/* Two's complement limbs in place to a magnitude when the top bit says negative. */
static err_t finish_signed(PBigint *r, PObject **res)
{
    uint32_t n = r->header.length;
    bool negative = r->limb[n - 1] >> 31;
    uint32_t carry = 1;
    for (uint32_t i = 0; negative && i < n; i++) {
        uint64_t sum = (uint64_t)(uint32_t)~r->limb[i] + carry;
        r->limb[i] = (uint32_t)sum;
        carry = (uint32_t)(sum >> 32);
    }
    return limbs_finish(r, negative, res);
}

static err_t bitwise(binary_t op, const limbs_t *a, const limbs_t *b, PObject **res)
{
    uint32_t n = (a->n > b->n ? a->n : b->n) + 1, ca = 1, cb = 1;
    PBigint *r = limbs_new(n);
    if (r == NULL) {
        return ERR_MEMORY_EXC;
    }
    for (uint32_t i = 0; i < n; i++) {
        uint32_t x = signed_limb(a, i, &ca), y = signed_limb(b, i, &cb);
        r->limb[i] = op == BIN_AND ? x & y : op == BIN_OR ? x | y : x ^ y;
    }
    return finish_signed(r, res);
}

static err_t shift_left(const limbs_t *a, int64_t by, PObject **res)
{
    if (a->n == 0) {
        *res = PSMALLINT_NEW(0);
        return ERR_OK;
    }
    if (by > (int64_t)MAX_LIMBS * 32) {
        return vm_raise(ERR_OVERFLOW_EXC, "too many digits in integer");
    }
    uint32_t limbs = (uint32_t)(by / 32);
    PBigint *r = limbs_new(a->n + limbs + 1);
    if (r == NULL) {
        return ERR_MEMORY_EXC;
    }
    shift_limbs(r->limb + limbs, a->limb, a->n, (unsigned)(by % 32));
    return limbs_finish(r, a->negative, res);
}

static err_t shift_right(const limbs_t *a, int64_t by, PObject **res)
{
    if (by / 32 >= a->n) {
        *res = PSMALLINT_NEW(a->negative ? -1 : 0);
        return ERR_OK;
    }
    uint32_t limbs = (uint32_t)(by / 32), carry = 1, n = a->n + 1 - limbs;
    unsigned bits = (unsigned)(by % 32);
    PBigint *r = limbs_new(n);
    if (r == NULL) {
        return ERR_MEMORY_EXC;
    }
    for (uint32_t i = 0; i < limbs; i++) {
        signed_limb(a, i, &carry);
    }
    for (uint32_t i = 0; i < n; i++) {
        r->limb[i] = signed_limb(a, limbs + i, &carry);
    }
    for (uint32_t i = 0; i < n && bits > 0; i++) {
        uint32_t above = i + 1 < n ? r->limb[i + 1] : a->negative ? UINT32_MAX : 0;
        r->limb[i] = r->limb[i] >> bits | above << (32 - bits);
    }
    return finish_signed(r, res);
}

static err_t shift(binary_t op, const limbs_t *a, PObject *b, PObject **res)
{
    int64_t by;
    if (!int_get(b, &by)) {
        by = INT64_MAX;
    }
    return op == BIN_LSHIFT ? shift_left(a, by, res) : shift_right(a, by, res);
}

err_t bigint_binary(binary_t op, PObject *a, PObject *b, PObject **res)
{
    limbs_t x, y;
    PObject *other;
    limbs_of(a, &x);
    limbs_of(b, &y);
    switch (op) {
    case BIN_SUB:
        y.negative = !y.negative; /* fall through */
    case BIN_ADD:
        return add(&x, &y, res);
    case BIN_MUL:
        return multiply(&x, &y, res);
    case BIN_FDIV:
        return bigint_divmod(a, b, res, &other);
    case BIN_MOD:
        return bigint_divmod(a, b, &other, res);
    case BIN_POW:
        return power(a, b, NULL, res);
    case BIN_LSHIFT:
    case BIN_RSHIFT:
        return shift(op, &x, b, res);
    default:
        return bitwise(op, &x, &y, res);
    }
}

/* ---- the rest ---- */

err_t bigint_from_u64(uint64_t magnitude, bool negative, PObject **res)
{
    PBigint *b = limbs_new(2);
    if (b == NULL) {
        return ERR_MEMORY_EXC;
    }
    b->limb[0] = (uint32_t)magnitude;
    b->limb[1] = (uint32_t)(magnitude >> 32);
    return limbs_finish(b, negative, res);
}

int bigint_order(PObject *a, PObject *b)
{
    limbs_t x, y;
    limbs_of(a, &x);
    limbs_of(b, &y);
    if (x.negative != y.negative) {
        return x.negative ? -1 : 1;
    }
    return x.negative ? -order(&x, &y) : order(&x, &y);
}

uint32_t bigint_hash(PObject *o)
{
    limbs_t l;
    limbs_of(o, &l);
    uint32_t hash = l.negative ? 0x9E3779B9u : 0;
    for (uint32_t i = 0; i < l.n; i++) {
        hash = (hash << 5 | hash >> 27) ^ l.limb[i];
    }
    return hash;
}

unsigned bigint_bit_length(PObject *o)
{
    limbs_t l;
    limbs_of(o, &l);
    return l.n ? l.n * 32 - (unsigned)__builtin_clz(l.limb[l.n - 1]) : 0;
}

unsigned bigint_bit_count(PObject *o)
{
    limbs_t l;
    unsigned count = 0;
    limbs_of(o, &l);
    for (uint32_t i = 0; i < l.n; i++) {
        count += (unsigned)__builtin_popcount(l.limb[i]);
    }
    return count;
}

bool bigint_to_bytes(PObject *o, uint8_t *out, size_t n, bool is_signed)
{
    limbs_t l;
    limbs_of(o, &l);
    uint32_t carry = 1, limb = 0;
    size_t need = (bigint_bit_length(o) + 7) / 8;
    if (need > n || n == 0) {
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        limb = i % 4 == 0 ? signed_limb(&l, (uint32_t)(i / 4), &carry) : limb >> 8;
        out[i] = (uint8_t)limb;
    }
    return !is_signed || (out[n - 1] >> 7) == l.negative;
}

err_t bigint_from_bytes(const uint8_t *data, size_t n, bool is_signed, PObject **res)
{
    PBigint *r = limbs_new((uint32_t)(n / 4 + 2));
    if (r == NULL) {
        return ERR_MEMORY_EXC;
    }
    bool negative = is_signed && n > 0 && data[n - 1] >> 7;
    if (negative) {
        memset(r->limb, 0xFF, r->header.length * sizeof r->limb[0]);
    }
    for (size_t i = 0; i < n; i++) {
        uint32_t *limb = &r->limb[i / 4];
        *limb = (*limb & ~(0xFFu << (i % 4 * 8))) | (uint32_t)data[i] << (i % 4 * 8);
    }
    return finish_signed(r, res);
}
