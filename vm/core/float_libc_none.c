/* SPDX-License-Identifier: MIT */
/*
 * float_libc_none.c -- in place of float_libc.c where the C library's printf and strtod
 * are too large: the same digits, by division of large integers.
 */
#include "float.h"
#include "float_digits.h"
#include "gc.h"
#include "text.h"
#include <math.h>
#include <string.h>

/* ---- large integers: room for 10^370 · 2^64, and for 2^1074 · 10 ---- */

enum { LIMBS = 44 };

typedef struct {
    int n; /* limbs in use; the last is not 0 */
    uint32_t limb[LIMBS];
} big_t;

/* b · by + add */
static void scale(big_t *b, uint32_t by, uint32_t add)
{
    uint64_t carry = add;
    for (int i = 0; i < b->n; i++) {
        carry += (uint64_t)b->limb[i] * by;
        b->limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry) {
        b->limb[b->n++] = (uint32_t)carry;
    }
}

static void shift(big_t *b, int bits)
{
    for (; bits > 0; bits -= 31) {
        scale(b, 1u << (bits < 31 ? bits : 31), 0);
    }
}

static int bits_of(const big_t *b)
{
    return b->n == 0 ? 0 : 32 * b->n - __builtin_clz(b->limb[b->n - 1]);
}

static int compare(const big_t *a, const big_t *b)
{
    if (a->n != b->n) {
        return a->n - b->n;
    }
    int i = a->n - 1;
    while (i > 0 && a->limb[i] == b->limb[i]) {
        i--;
    }
    return i < 0 ? 0 : (a->limb[i] > b->limb[i]) - (a->limb[i] < b->limb[i]);
}

/* a −= b when that is not negative: did it? */
static bool take(big_t *a, const big_t *b)
{
    if (compare(a, b) < 0) {
        return false;
    }
    uint32_t borrow = 0;
    for (int i = 0; i < a->n; i++) {
        uint64_t d = (uint64_t)a->limb[i] - (i < b->n ? b->limb[i] : 0) - borrow;
        a->limb[i] = (uint32_t)d;
        borrow = (uint32_t)(d >> 32) & 1;
    }
    while (a->n > 0 && a->limb[a->n - 1] == 0) {
        a->n--;
    }
    return true;
}

/* ---- a double's digits, one after the other ---- */

/* num / den is what is left of 0.d1d2… · 10^point. */
typedef struct {
    big_t num, den;
    int point;
} source_t;

static void start(source_t *s, double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    int exponent = (int)(bits >> 52) & 0x7FF;
    bits &= ((uint64_t)1 << 52) - 1;
    bits |= exponent ? (uint64_t)1 << 52 : 0;
    exponent -= exponent ? 1075 : 1074;
    s->num = (big_t){.n = 0};
    scale(&s->num, 0, (uint32_t)(bits >> 32));
    shift(&s->num, 32);
    if (s->num.n == 0) {
        scale(&s->num, 0, (uint32_t)bits);
    } else {
        s->num.limb[0] = (uint32_t)bits;
    }
    s->den = (big_t){.n = 1, .limb = {1}};
    shift(&s->num, exponent);
    shift(&s->den, -exponent);
    s->point = 0;
    while (compare(&s->num, &s->den) >= 0) {
        scale(&s->den, 10, 0);
        s->point++;
    }
    for (;;) {
        big_t next = s->num;
        scale(&next, 10, 0);
        if (compare(&next, &s->den) >= 0) {
            return;
        }
        s->num = next;
        s->point--;
    }
}

/* Writes n ≥ 0 digits, rounded to even in exact halves; one more when 9…9 becomes 10…0.
 * How many it wrote. */
static int digits(source_t *s, int n, char *out)
{
    for (int i = 0; i < n; i++) {
        scale(&s->num, 10, 0);
        out[i] = '0';
        while (take(&s->num, &s->den)) {
            out[i]++;
        }
    }
    scale(&s->num, 2, 0);
    int half = compare(&s->num, &s->den);
    if (half < 0 || (half == 0 && (n == 0 || out[n - 1] % 2 == 0))) {
        return n;
    }
    int i = n;
    while (i > 0 && out[i - 1] == '9') {
        out[--i] = '0';
    }
    if (i > 0) {
        out[i - 1]++;
        return n;
    }
    memset(out, '0', (size_t)n + 1);
    out[0] = '1';
    s->point++;
    return n + 1;
}

void float_digits(double value, int n, decimal_t *d)
{
    source_t s;
    start(&s, value);
    digits(&s, n, d->digit);
    d->n = n; /* the digit more is a 0 */
    d->point = s.point;
}

/* ---- C's conversions e, f and g ---- */

typedef struct {
    const char *digit;
    int n, point;
} shown_t;

static void add_digits(text_t *out, const shown_t *s, int from, int to)
{
    for (int i = from; i < to; i++) {
        text_add_char(out, i < 0 || i >= s->n ? '0' : s->digit[i]);
    }
}

static void add_point(text_t *out, int places, unsigned flags)
{
    if (places > 0 || (flags & FLOAT_ALT)) {
        text_add_char(out, '.');
    }
}

static void add_fixed(text_t *out, const shown_t *s, int places, unsigned flags)
{
    add_digits(out, s, s->point > 0 ? 0 : s->point - 1, s->point);
    add_point(out, places, flags);
    add_digits(out, s, s->point, s->point + places);
}

static void add_exponent(text_t *out, const shown_t *s, int places, unsigned flags)
{
    int exponent = s->n ? s->point - 1 : 0;
    add_digits(out, s, 0, 1);
    add_point(out, places, flags);
    add_digits(out, s, 1, places + 1);
    text_add_char(out, flags & FLOAT_UPPER ? 'E' : 'e');
    text_add_char(out, exponent < 0 ? '-' : '+');
    exponent = exponent < 0 ? -exponent : exponent;
    if (exponent < 10) {
        text_add_char(out, '0');
    }
    text_add_int(out, exponent);
}

static void add_shorter(text_t *out, shown_t *s, int precision, unsigned flags)
{
    int exponent = s->n ? s->point - 1 : 0, shown = precision;
    if (!(flags & FLOAT_ALT)) {
        while (s->n > 0 && s->digit[s->n - 1] == '0') {
            s->n--;
        }
        shown = s->n ? s->n : 1;
    }
    if (exponent < -4 || exponent >= precision) {
        add_exponent(out, s, shown - 1, flags);
    } else {
        int places = shown - 1 - exponent;
        add_fixed(out, s, places > 0 ? places : 0, flags);
    }
}

err_t float_format_to(double value, char type, int precision, unsigned flags,
                      text_t *out)
{
    bool upper = flags & FLOAT_UPPER;
    if (signbit(value) && !isnan(value)) {
        text_add_char(out, '-');
        value = -value;
    }
    if (!isfinite(value)) {
        return text_add_c(out, isnan(value) ? (upper ? "NAN" : "nan")
                               : upper      ? "INF"
                                            : "inf");
    }
    source_t s;
    char memory[48], *digit = memory;
    shown_t shown = {.digit = digit, .point = 1};
    precision += type == 'g' && precision == 0;
    if (value != 0) {
        start(&s, value);
        int n = precision + (type == 'f' ? s.point : type == 'e');
        if (n >= (int)sizeof memory) {
            PBuffer *buffer = gc_new_buffer((size_t)n + 1, false);
            if (buffer == NULL) {
                return out->err = ERR_MEMORY_EXC;
            }
            shown.digit = digit = (char *)buffer->buffer;
        }
        shown.n = n < 0 ? 0 : digits(&s, n, digit);
        shown.point = shown.n ? s.point : 1;
    }
    if (type == 'f') {
        add_fixed(out, &shown, precision, flags);
    } else if (type == 'e') {
        add_exponent(out, &shown, precision, flags);
    } else {
        add_shorter(out, &shown, precision, flags);
    }
    return out->err;
}

/* ---- reading ---- */

/* The double nearest to num / den: 64 binary digits, of which the last marks what
 * remains, rounded as its exponent allows. */
static double divide(big_t *num, big_t *den)
{
    int exponent = bits_of(num) - bits_of(den);
    shift(den, exponent);
    shift(num, -exponent);
    if (compare(num, den) < 0) {
        scale(num, 2, 0);
        exponent--;
    }
    uint64_t quotient = 0;
    for (int i = 0; i < 64; i++) { /* the first digit is 1 */
        quotient = quotient << 1 | take(num, den);
        scale(num, 2, 0);
    }
    quotient |= num->n > 0;
    int drop = exponent < -1022 ? 11 - 1022 - exponent : 11;
    if (drop > 64) {
        return 0;
    }
    uint64_t bits = drop > 63 ? 0 : quotient >> drop;
    uint64_t rest = drop > 63 ? quotient : quotient << (64 - drop);
    uint64_t half = (uint64_t)1 << 63;
    bits += rest > half || (rest == half && (bits & 1));
    bits += exponent < -1022 ? 0 : (uint64_t)(exponent + 1022) << 52;
    if (exponent > 1023 || bits >= (uint64_t)0x7FF << 52) {
        return INFINITY;
    }
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

/* Digits that are read; what follows only marks that there is more. */
enum { DIGITS = 40 };

double float_read(const char *text)
{
    big_t num = {.n = 0}, den = {.n = 1, .limb = {1}};
    int read = 0, power = 0, exponent = 0;
    bool fraction = false, more = false;
    for (; *text && (*text | 0x20) != 'e'; text++) {
        if (*text == '.') {
            fraction = true;
        } else if (read < DIGITS) {
            scale(&num, 10, (uint32_t)(*text - '0'));
            read += num.n > 0;
            power -= fraction;
        } else {
            more |= *text != '0';
            power += !fraction;
        }
    }
    if (*text) {
        bool negative = *++text == '-';
        text += negative || *text == '+';
        for (; *text && exponent < 100000; text++) {
            exponent = exponent * 10 + *text - '0';
        }
        power += negative ? -exponent : exponent;
    }
    if (num.n == 0 || read + power < -330) {
        return 0;
    }
    if (read + power > 310) {
        return INFINITY;
    }
    if (more) {
        scale(&num, 10, 1);
        power--;
    }
    for (; power > 0; power--) {
        scale(&num, 10, 0);
    }
    for (; power < 0; power++) {
        scale(&den, 10, 0);
    }
    return divide(&num, &den);
}
