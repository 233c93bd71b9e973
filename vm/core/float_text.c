/* SPDX-License-Identifier: MIT */
/* float_text.c -- floats to text and back. */
#include "float.h"
#include "float_digits.h"
#include "gc.h"
#include "text.h"
#include <math.h>
#include <string.h>

static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

static void decimal_from_int(decimal_t *d, uint64_t value, int scale)
{
    char reversed[20];
    int n = 0;
    do {
        reversed[n++] = (char)('0' + value % 10);
    } while ((value /= 10) != 0);
    d->n = n;
    d->point = n - scale;
    for (int i = 0; i < n; i++) {
        d->digit[i] = reversed[n - 1 - i];
    }
}

static void drop_zeros(decimal_t *d)
{
    while (d->n > 1 && d->digit[d->n - 1] == '0') {
        d->n--;
    }
}

/*
 * Most floats that programs print are short decimals. m / 10^k with m below 10^15 and k
 * at most 22 is rounded once, so when it gives back the value, m and k are its shortest
 * text: no two texts of at most 15 digits read as the same float.
 */
static bool shortest_quickly(double value, decimal_t *d)
{
    for (int k = 0; k < 18; k++) {
        double scaled = value * powers[k];
        if (scaled >= 1e15) {
            return false;
        }
        uint64_t m = (uint64_t)(scaled + 0.5);
        if ((double)m / powers[k] == value) {
            decimal_from_int(d, m, k);
            drop_zeros(d);
            return true;
        }
    }
    return false;
}

/* Any finite value > 0: the first precision that reads back. Below the normal range few
 * digits may do. */
static void shortest(double value, decimal_t *d)
{
    int digits = value < 2.3e-308 ? 1 : 15;
    char text[32];
    do {
        text_t out;
        float_digits(value, digits, d);
        text_init(&out, text, sizeof text - 1);
        text_add(&out, d->digit, (size_t)d->n);
        text_add_char(&out, 'e');
        text_add_int(&out, d->point - d->n);
        text[out.length] = '\0';
    } while (++digits <= 17 && float_read(text) != value);
    drop_zeros(d);
}

static void add_exponent(text_t *out, const decimal_t *d)
{
    text_add(out, d->digit, 1);
    if (d->n > 1) {
        text_add_char(out, '.');
        text_add(out, d->digit + 1, (size_t)d->n - 1);
    }
    int exponent = d->point - 1, magnitude = exponent < 0 ? -exponent : exponent;
    text_add_c(out, exponent < 0 ? "e-" : "e+");
    if (magnitude < 10) {
        text_add_char(out, '0');
    }
    text_add_int(out, magnitude);
}

static void add_fixed(text_t *out, const decimal_t *d)
{
    if (d->point <= 0) {
        text_add_c(out, "0.");
        text_fill(out, '0', (size_t)-d->point);
        text_add(out, d->digit, (size_t)d->n);
    } else if (d->point >= d->n) {
        text_add(out, d->digit, (size_t)d->n);
        text_fill(out, '0', (size_t)(d->point - d->n));
        text_add_c(out, ".0");
    } else {
        text_add(out, d->digit, (size_t)d->point);
        text_add_char(out, '.');
        text_add(out, d->digit + d->point, (size_t)(d->n - d->point));
    }
}

err_t float_repr_to(double value, text_t *out)
{
    if (isnan(value)) {
        return text_add_c(out, "nan");
    }
    if (signbit(value)) {
        text_add_char(out, '-');
        value = -value;
    }
    if (isinf(value)) {
        return text_add_c(out, "inf");
    }
    decimal_t d = {.digit = "0", .n = 1, .point = 1};
    if (value != 0 && !(value >= 1e-7 && shortest_quickly(value, &d))) {
        shortest(value, &d);
    }
    if (d.point > -4 && d.point <= 16) {
        add_fixed(out, &d);
    } else {
        add_exponent(out, &d);
    }
    return out->err;
}

/* Exact: the decimal text of the right precision is rounded, to even in exact halves.
 */
double float_round(double value, int ndigits)
{
    if (!isfinite(value) || ndigits > 323) {
        return value;
    }
    if (ndigits < -308) {
        return copysign(0.0, value);
    }
    if (ndigits == 0) {
        return rint(value);
    }
    char text[344];
    text_t out;
    text_init(&out, text, sizeof text - 1);
    if (ndigits > 0) {
        if (fabs(value) >= 4503599627370496.0) { /* has no fraction */
            return value;
        }
        float_format_to(fabs(value), 'f', ndigits, 0, &out);
        text[out.length] = '\0';
        return copysign(float_read(text), value);
    }
    text_addf(&out, "1e%d", -ndigits);
    text[out.length] = '\0';
    double unit = float_read(text), q = value / unit, whole = rint(q);
    if (fabs(q - whole) == 0.5) {
        whole = 2 * rint(q / 2);
    }
    return whole * unit;
}

/* ---- reading ---- */

static bool is_digit(char c)
{
    return (unsigned char)(c - '0') < 10;
}

static bool is_space(char c)
{
    return c == ' ' || (unsigned char)(c - '\t') < 5;
}

static bool same_word(const char *p, size_t n, const char *word)
{
    size_t i = 0;
    while (i < n && word[i] != '\0' && (p[i] | 0x20) == word[i]) {
        i++;
    }
    return i == n && word[i] == '\0';
}

/* Digits with single underscores between them, copied to *out without. */
static const char *copy_digits(const char *p, const char *end, char **out, char *limit)
{
    const char *start = p;
    while (p < end) {
        if (*p == '_' && p > start && p[-1] != '_' && p + 1 < end && is_digit(p[1])) {
            p++;
        }
        if (p == end || !is_digit(*p)) {
            break;
        }
        if (*out < limit) {
            *(*out)++ = *p;
        }
        p++;
    }
    return p;
}

/* [digits][.digits][e[±]digits] to out; false: something else. */
static bool copy_number(const char *p, const char *end, char *out, char *limit)
{
    const char *start = p;
    p = copy_digits(p, end, &out, limit);
    bool digits = p > start;
    if (p < end && *p == '.') {
        *out++ = *p++;
        start = p;
        p = copy_digits(p, end, &out, limit);
        digits |= p > start;
    }
    if (digits && p < end && (*p | 0x20) == 'e') {
        *out++ = *p++;
        if (p < end && (*p == '+' || *p == '-')) {
            *out++ = *p++;
        }
        start = p;
        p = copy_digits(p, end, &out, limit);
        digits = p > start;
    }
    *out = '\0';
    return digits && p == end;
}

bool float_parse(const char *s, size_t len, double *value)
{
    const char *p = s, *end = s + len;
    while (p < end && is_space(*p)) {
        p++;
    }
    while (end > p && is_space(end[-1])) {
        end--;
    }
    bool negative = p < end && *p == '-';
    p += p < end && (*p == '-' || *p == '+');
    size_t n = (size_t)(end - p);
    if (same_word(p, n, "inf") || same_word(p, n, "infinity")) {
        *value = INFINITY;
    } else if (same_word(p, n, "nan")) {
        *value = NAN;
    } else {
        char memory[128], *copy = memory;
        if (n + 4 > sizeof memory) {
            PBuffer *buffer = gc_new_buffer(n + 4, false);
            if (buffer == NULL) {
                return false;
            }
            copy = (char *)buffer->buffer;
        }
        if (!copy_number(p, end, copy, copy + n)) {
            return false;
        }
        *value = float_read(copy);
    }
    *value = negative ? -*value : *value;
    return true;
}
