/* SPDX-License-Identifier: MIT */
/*
 * snprintf.c -- printf into memory without a C library.
 *
 * A float is written from its exact value: mantissa * 2^n is an integer times a power
 * of ten, m * 5^k / 10^k, kept in words of nine decimal digits. Rounding and printing
 * then are arithmetic on decimal digits, the same for %f, %e and %g.
 */
#define SNPRINTF_ONLY_Z
#include "snprintf.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

/* ---- where it goes ---- */

typedef struct sink {
    char *out;
    size_t size, length; /* room, the NUL included; what was put, whether there was room
                            or not */
} sink_t;

static void put(sink_t *k, char c)
{
    if (k->length + 1 < k->size) {
        k->out[k->length] = c;
    }
    k->length++;
}

static void put_times(sink_t *k, char c, int n)
{
    for (; n > 0; n--) {
        put(k, c);
    }
}

static void put_bytes(sink_t *k, const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        put(k, s[i]);
    }
}

/* ---- one conversion ---- */

typedef struct spec {
    int left, plus, space, alternate, zero; /* flags */
    int width, precision;                   /* precision -1: none given */
    int size;                               /* bytes of an int */
    char conversion;
} spec_t;

/* Blanks or zeros and the prefix around a body of `length` that the caller puts next.
 */
static void open_field(sink_t *k, const spec_t *spec, const char *prefix, int length,
                       int zeros)
{
    int fill = spec->width - length - (int)strlen(prefix);
    put_times(k, ' ', spec->left || zeros ? 0 : fill);
    put_bytes(k, prefix, strlen(prefix));
    put_times(k, '0', zeros && !spec->left ? fill : 0);
}

static void close_field(sink_t *k, const spec_t *spec, size_t start)
{
    int length = (int)(k->length - start);
    put_times(k, ' ', spec->left ? spec->width - length : 0);
}

static const char *sign_of(const spec_t *spec, int negative)
{
    return negative ? "-" : spec->plus ? "+" : spec->space ? " " : "";
}

/* ---- text ---- */

static void put_text(sink_t *k, const spec_t *spec, const char *s, size_t n)
{
    size_t start = k->length;
    open_field(k, spec, "", (int)n, 0);
    put_bytes(k, s, n);
    close_field(k, spec, start);
}

static size_t text_length(const char *s, int precision)
{
    const char *end = precision < 0 ? NULL : memchr(s, 0, (size_t)precision);
    return precision < 0 ? strlen(s) : end ? (size_t)(end - s) : (size_t)precision;
}

/* ---- ints ---- */

static void put_unsigned(sink_t *k, const spec_t *spec, uint64_t value,
                         const char *prefix)
{
    const char *set = spec->conversion == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
    unsigned base = spec->conversion == 'o'           ? 8
                    : strchr("xXp", spec->conversion) ? 16
                                                      : 10;
    char digits[24];
    int n = 0;
    size_t start = k->length;
    for (; value; value /= base) {
        digits[n++] = set[value % base];
    }
    int least = spec->precision < 0 ? 1 : spec->precision;
    if (base == 8 && spec->alternate && n >= least) {
        least = n + 1; /* a leading 0 */
    }
    open_field(k, spec, prefix, n > least ? n : least,
               spec->zero && spec->precision < 0);
    put_times(k, '0', least - n);
    while (n > 0) {
        put(k, digits[--n]);
    }
    close_field(k, spec, start);
}

static void put_int(sink_t *k, const spec_t *spec, uint64_t bits)
{
    unsigned unused = 64 - 8 * (unsigned)spec->size;
    if (spec->conversion == 'd' || spec->conversion == 'i') {
        int64_t value = (int64_t)(bits << unused) >> unused;
        put_unsigned(k, spec, value < 0 ? 0 - (uint64_t)value : (uint64_t)value,
                     sign_of(spec, value < 0));
        return;
    }
    uint64_t value = bits << unused >> unused;
    int hex = value && spec->alternate && strchr("xX", spec->conversion) != NULL;
    put_unsigned(k, spec, value, !hex ? "" : spec->conversion == 'x' ? "0x" : "0X");
}

/* ---- floats as decimal numbers ---- */

#define WORD 1000000000u /* nine digits */
#define WORDS 87         /* 5^1074 * 2^53 has 767 digits */

/* words * 10^-scale, the lowest word first. */
typedef struct decimal {
    uint32_t words[WORDS];
    int n, scale;
} decimal_t;

static void multiply(decimal_t *d, uint32_t by)
{
    uint64_t carry = 0;
    for (int i = 0; i < d->n; i++) {
        carry += (uint64_t)d->words[i] * by;
        d->words[i] = (uint32_t)(carry % WORD);
        carry /= WORD;
    }
    for (; carry; carry /= WORD) {
        d->words[d->n++] = (uint32_t)(carry % WORD);
    }
}

/* Of a finite value that is not negative. */
static void decimal_of(decimal_t *d, double value)
{
    int exponent;
    uint64_t mantissa = (uint64_t)ldexp(frexp(value, &exponent), 53);
    exponent -= 53;
    for (; mantissa && mantissa % 2 == 0; mantissa /= 2) {
        exponent++;
    }
    d->n = 0;
    for (; mantissa; mantissa /= WORD) {
        d->words[d->n++] = (uint32_t)(mantissa % WORD);
    }
    d->scale = exponent < 0 && d->n ? -exponent : 0;
    for (int left = exponent; left > 0; left -= 29) {
        multiply(d, 1u << (left < 29 ? left : 29));
    }
    for (int left = d->scale; left > 0; left -= 13) {
        uint32_t power = 1;
        for (int i = 0; i < left && i < 13; i++) {
            power *= 5;
        }
        multiply(d, power);
    }
}

static uint32_t power_of_ten(int n)
{
    uint32_t power = 1;
    while (n-- > 0) {
        power *= 10;
    }
    return power;
}

/* The digit of 10^i, the scale not counted. */
static int digit(const decimal_t *d, int i)
{
    return i < 0 || i / 9 >= d->n ? 0
                                  : (int)(d->words[i / 9] / power_of_ten(i % 9) % 10);
}

/* The place of the highest digit that is not 0; of zero that of the units. */
static int highest(const decimal_t *d)
{
    int i = 9 * d->n - 1;
    while (i >= 0 && digit(d, i) == 0) {
        i--;
    }
    return i < 0 ? d->scale : i;
}

/* Is there anything but zeros below place i? */
static int is_rest(const decimal_t *d, int i)
{
    for (int k = 0; k < i / 9 && k < d->n; k++) {
        if (d->words[k]) {
            return 1;
        }
    }
    return i > 0 && i / 9 < d->n && d->words[i / 9] % power_of_ten(i % 9) != 0;
}

/* Nothing below place i any more; half goes to the even digit. */
static void round_at(decimal_t *d, int i)
{
    if (i <= 0) {
        return;
    }
    if (i / 9 > d->n) { /* far less than half of it */
        d->n = 0;
        return;
    }
    int next = digit(d, i - 1);
    int up = next > 5 || (next == 5 && (is_rest(d, i - 1) || digit(d, i) % 2));
    for (int k = 0; k < i / 9 && k < d->n; k++) {
        d->words[k] = 0;
    }
    while (d->n <= i / 9) {
        d->words[d->n++] = 0;
    }
    uint32_t unit = power_of_ten(i % 9);
    d->words[i / 9] -= d->words[i / 9] % unit;
    uint64_t carry = up ? unit : 0;
    for (int k = i / 9; carry; k++) {
        carry += k < d->n ? d->words[k] : 0;
        d->n = k < d->n ? d->n : k + 1;
        d->words[k] = (uint32_t)(carry % WORD);
        carry /= WORD;
    }
}

static void put_digits(sink_t *k, const decimal_t *d, int first, int n)
{
    for (int i = 0; i < n; i++) {
        put(k, (char)('0' + digit(d, first - i)));
    }
}

static void put_fixed(sink_t *k, const spec_t *spec, const decimal_t *d, int places,
                      const char *sign)
{
    int top = highest(d), whole = top > d->scale ? top - d->scale + 1 : 1;
    int point = places > 0 || spec->alternate;
    open_field(k, spec, sign, whole + point + places, spec->zero);
    put_digits(k, d, d->scale + whole - 1, whole);
    put_times(k, '.', point);
    put_digits(k, d, d->scale - 1, places);
}

static void put_scientific(sink_t *k, const spec_t *spec, const decimal_t *d,
                           int places, const char *sign)
{
    int top = highest(d), exponent = top - d->scale,
        point = places > 0 || spec->alternate;
    unsigned size = exponent < 0 ? (unsigned)-exponent : (unsigned)exponent;
    open_field(k, spec, sign, 1 + point + places + (size > 99 ? 5 : 4), spec->zero);
    put_digits(k, d, top, 1);
    put_times(k, '.', point);
    put_digits(k, d, top - 1, places);
    put(k, strchr("EG", spec->conversion) ? 'E' : 'e');
    put(k, exponent < 0 ? '-' : '+');
    put_times(k, (char)('0' + size / 100), size > 99);
    put(k, (char)('0' + size / 10 % 10));
    put(k, (char)('0' + size % 10));
}

/* %g: so many digits in all, and no zeros at the end unless asked for. */
static void put_general(sink_t *k, const spec_t *spec, decimal_t *d, int digits,
                        const char *sign)
{
    digits = digits > 0 ? digits : 1;
    round_at(d, highest(d) - digits + 1);
    int top = highest(d), exponent = top - d->scale;
    while (!spec->alternate && digits > 1 && digit(d, top - digits + 1) == 0) {
        digits--;
    }
    int wanted = spec->precision < 0 ? 6 : spec->precision > 0 ? spec->precision : 1;
    if (exponent < -4 || exponent >= wanted) {
        put_scientific(k, spec, d, digits - 1, sign);
    } else {
        put_fixed(k, spec, d, digits - 1 > exponent ? digits - 1 - exponent : 0, sign);
    }
}

static void put_float(sink_t *k, spec_t *spec, double value)
{
    size_t start = k->length;
    const char *sign = sign_of(spec, signbit(value) != 0);
    int capital = strchr("FEG", spec->conversion) != NULL;
    int places = spec->precision < 0 ? 6 : spec->precision;
    decimal_t d;
    if (!isfinite(value)) {
        spec->zero = 0;
        open_field(k, spec, sign, 3, 0);
        put_bytes(
            k, isnan(value) ? (capital ? "NAN" : "nan") : (capital ? "INF" : "inf"), 3);
        close_field(k, spec, start);
        return;
    }
    decimal_of(&d, fabs(value));
    if (strchr("gG", spec->conversion)) {
        put_general(k, spec, &d, places, sign);
    } else if (strchr("eE", spec->conversion)) {
        round_at(&d, highest(&d) - places);
        put_scientific(k, spec, &d, places, sign);
    } else {
        round_at(&d, d.scale - places);
        put_fixed(k, spec, &d, places, sign);
    }
    close_field(k, spec, start);
}

/* ---- the format ---- */

static const char *read_number(const char *p, int *number)
{
    for (*number = 0; *p >= '0' && *p <= '9'; p++) {
        *number = *number < 100000 ? *number * 10 + *p - '0' : *number;
    }
    return p;
}

static const char *read_flags(const char *p, spec_t *spec)
{
    for (;; p++) {
        switch (*p) {
        case '-':
            spec->left = 1;
            break;
        case '+':
            spec->plus = 1;
            break;
        case ' ':
            spec->space = 1;
            break;
        case '#':
            spec->alternate = 1;
            break;
        case '0':
            spec->zero = 1;
            break;
        default:
            return p;
        }
    }
}

static const char *read_size(const char *p, spec_t *spec)
{
    static const struct {
        const char *letters;
        unsigned char size;
    } sizes[] = {{"hh", 1},
                 {"h", 2},
                 {"ll", 8},
                 {"l", sizeof(long)},
                 {"z", sizeof(size_t)},
                 {"t", sizeof(ptrdiff_t)},
                 {"j", 8},
                 {"L", 8}};
    spec->size = sizeof(int);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        size_t n = strlen(sizes[i].letters);
        if (memcmp(p, sizes[i].letters, *p ? n : 1) == 0) {
            spec->size = sizes[i].size;
            return p + n;
        }
    }
    return p;
}

/* An int argument was widened to int at least. */
static uint64_t next_int(const spec_t *spec, va_list *args)
{
    return spec->size == 8 ? va_arg(*args, unsigned long long)
                           : va_arg(*args, unsigned);
}

static void convert(sink_t *k, spec_t *spec, va_list *args)
{
    const char *s;
    char c;
    switch (spec->conversion) {
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
        put_int(k, spec, next_int(spec, args));
        break;
    case 'p':
        put_unsigned(k, spec, (uintptr_t)va_arg(*args, void *), "0x");
        break;
    case 'c':
        c = (char)va_arg(*args, int);
        put_text(k, spec, &c, 1);
        break;
    case 's':
        s = va_arg(*args, const char *);
        s = s ? s : "(null)";
        put_text(k, spec, s, text_length(s, spec->precision));
        break;
    case 'f':
    case 'F':
    case 'e':
    case 'E':
    case 'g':
    case 'G':
        put_float(k, spec, va_arg(*args, double));
        break;
    default:
        put(k, spec->conversion); /* %% and what nobody knows */
    }
}

static const char *read_spec(const char *p, spec_t *spec, va_list *args)
{
    *spec = (spec_t){.precision = -1};
    p = read_flags(p, spec);
    if (*p == '*') {
        int width = va_arg(*args, int);
        spec->left |= width < 0;
        spec->width = width < 0 ? -width : width;
        p++;
    } else {
        p = read_number(p, &spec->width);
    }
    if (*p == '.' && p[1] == '*') {
        int precision = va_arg(*args, int);
        spec->precision = precision < 0 ? -1 : precision;
        p += 2;
    } else if (*p == '.') {
        p = read_number(p + 1, &spec->precision);
    }
    p = read_size(p, spec);
    spec->conversion = *p;
    return *p ? p + 1 : p;
}

int zvsnprintf(char *out, size_t size, const char *fmt, va_list args)
{
    sink_t sink = {out, size, 0};
    spec_t spec;
    va_list rest;
    va_copy(rest, args);
    while (*fmt) {
        if (*fmt != '%') {
            put(&sink, *fmt++);
            continue;
        }
        fmt = read_spec(fmt + 1, &spec, &rest);
        if (spec.conversion) {
            convert(&sink, &spec, &rest);
        }
    }
    va_end(rest);
    if (size > 0) {
        out[sink.length < size ? sink.length : size - 1] = 0;
    }
    return (int)sink.length;
}

int zsnprintf(char *out, size_t size, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    int length = zvsnprintf(out, size, fmt, args);
    va_end(args);
    return length;
}

int zvsprintf(char *out, const char *fmt, va_list args)
{
    return zvsnprintf(out, SIZE_MAX, fmt, args);
}

int zsprintf(char *out, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    int length = zvsnprintf(out, SIZE_MAX, fmt, args);
    va_end(args);
    return length;
}
