/* SPDX-License-Identifier: MIT */
/*
 * zstdlib.c -- string functions that need no C library. Names: zstdlib.h.
 */
#include "zerynth.h"
#include "zstdlib.h"

#include <limits.h>

/* ---- characters ---- */

int zisdigit(int c)
{
    return c >= '0' && c <= '9';
}

int zisupper(int c)
{
    return c >= 'A' && c <= 'Z';
}

int zislower(int c)
{
    return c >= 'a' && c <= 'z';
}

int zisalpha(int c)
{
    return zisupper(c) || zislower(c);
}

int zisalnum(int c)
{
    return zisalpha(c) || zisdigit(c);
}

int zisxdigit(int c)
{
    return zisdigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

int zisspace(int c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

int zisprint(int c)
{
    return c >= ' ' && c < 0x7f;
}

int ztoupper(int c)
{
    return zislower(c) ? c - 'a' + 'A' : c;
}

int ztolower(int c)
{
    return zisupper(c) ? c - 'A' + 'a' : c;
}

/* ---- comparing and searching ---- */

size_t zstrlen(const char *s)
{
    return strlen(s);
}

size_t zstrnlen(const char *s, size_t max)
{
    const char *end = max ? memchr(s, 0, max) : s;
    return end ? (size_t)(end - s) : max;
}

int zstrncmp(const char *a, const char *b, size_t n)
{
    for (; n > 0; a++, b++, n--) {
        unsigned char x = (unsigned char)*a, y = (unsigned char)*b;
        if (x != y || x == 0) {
            return x - y;
        }
    }
    return 0;
}

int zstrcmp(const char *a, const char *b)
{
    return zstrncmp(a, b, SIZE_MAX);
}

int zstrncasecmp(const char *a, const char *b, size_t n)
{
    for (; n > 0; a++, b++, n--) {
        int x = ztolower((unsigned char)*a), y = ztolower((unsigned char)*b);
        if (x != y || x == 0) {
            return x - y;
        }
    }
    return 0;
}

int zstrcasecmp(const char *a, const char *b)
{
    return zstrncasecmp(a, b, SIZE_MAX);
}

char *zstrchr(const char *s, int c)
{
    return memchr(s, (unsigned char)c, strlen(s) + 1);
}

char *zstrrchr(const char *s, int c)
{
    for (size_t i = strlen(s) + 1; i > 0; i--) {
        if (s[i - 1] == (char)c) {
            return (char *)(uintptr_t)(s + i - 1);
        }
    }
    return NULL;
}

void *zmemmem(const void *s, size_t n, const void *wanted, size_t m)
{
    const char *at = s;
    for (size_t i = 0; m <= n && i <= n - m; i++) {
        if (memcmp(at + i, wanted, m) == 0) {
            return (void *)(uintptr_t)(at + i);
        }
    }
    return NULL;
}

char *zstrstr(const char *s, const char *wanted)
{
    return zmemmem(s, strlen(s), wanted, strlen(wanted));
}

/* Characters at the start of `s` that are in the set, or that are not. */
static size_t span(const char *s, const char *set, int in)
{
    size_t n = 0;
    while (s[n] && (memchr(set, s[n], strlen(set)) != NULL) == in) {
        n++;
    }
    return n;
}

size_t zstrspn(const char *s, const char *set)
{
    return span(s, set, 1);
}

size_t zstrcspn(const char *s, const char *set)
{
    return span(s, set, 0);
}

char *zstrpbrk(const char *s, const char *set)
{
    s += zstrcspn(s, set);
    return *s ? (char *)(uintptr_t)s : NULL;
}

/* ---- copying and cutting ---- */

char *zstrcpy(char *to, const char *from)
{
    return memcpy(to, from, strlen(from) + 1);
}

char *zstrncpy(char *to, const char *from, size_t n)
{
    size_t length = zstrnlen(from, n);
    memcpy(to, from, length);
    memset(to + length, 0, n - length);
    return to;
}

char *zstrcat(char *to, const char *from)
{
    zstrcpy(to + strlen(to), from);
    return to;
}

char *zstrncat(char *to, const char *from, size_t n)
{
    size_t length = zstrnlen(from, n);
    char *end = to + strlen(to);
    memcpy(end, from, length);
    end[length] = 0;
    return to;
}

size_t zstrlcpy(char *to, const char *from, size_t size)
{
    size_t length = strlen(from);
    if (size > 0) {
        size_t copied = length < size ? length : size - 1;
        memcpy(to, from, copied);
        to[copied] = 0;
    }
    return length;
}

size_t zstrlcat(char *to, const char *from, size_t size)
{
    size_t used = zstrnlen(to, size);
    return used + zstrlcpy(to + used, from, size - used);
}

char *zstrtok_r(char *s, const char *set, char **rest)
{
    char *start = s ? s : *rest;
    start += start ? zstrspn(start, set) : 0;
    if (start == NULL || *start == 0) {
        *rest = NULL;
        return NULL;
    }
    char *end = start + zstrcspn(start, set);
    *rest = *end ? end + 1 : NULL;
    *end = 0;
    return start;
}

char *zstrtok(char *s, const char *set)
{
    static char *rest;
    return zstrtok_r(s, set, &rest);
}

char *zstrdup(const char *s)
{
    size_t size = strlen(s) + 1;
    char *copy = gc_malloc((uint32_t)size);
    return copy ? memcpy(copy, s, size) : NULL;
}

/* ---- numbers ---- */

static int digit_value(int c)
{
    return zisdigit(c) ? c - '0' : zisalpha(c) ? ztolower(c) - 'a' + 10 : 99;
}

/* Skips a prefix 0x of base 16, or of base 0, which it makes 16, 8 or 10. */
static const char *skip_prefix(const char *s, int *base)
{
    int hex =
        s[0] == '0' && (s[1] | 0x20) == 'x' && digit_value((unsigned char)s[2]) < 16;
    if (*base == 0) {
        *base = hex ? 16 : *s == '0' ? 8 : 10;
    }
    return hex && *base == 16 ? s + 2 : s;
}

/* A number as it was read. */
typedef struct number {
    unsigned long long value;
    int negative, overflowed;
} number_t;

/* The number at `s`; above `high`, or below minus `low`, it has overflowed. */
static number_t parse(const char *s, char **end, int base, unsigned long long high,
                      unsigned long long low)
{
    const char *start = s;
    while (zisspace((unsigned char)*s)) {
        s++;
    }
    number_t n = {0, *s == '-', 0};
    s += *s == '-' || *s == '+';
    s = skip_prefix(s, &base);
    unsigned long long limit = n.negative ? low : high;
    const char *digits = s;
    for (int d; (d = digit_value((unsigned char)*s)) < base; s++) {
        n.overflowed |=
            (unsigned)d > limit || n.value > (limit - (unsigned)d) / (unsigned)base;
        n.value = n.overflowed ? limit : n.value * (unsigned)base + (unsigned)d;
    }
    if (end) {
        *end = (char *)(uintptr_t)(s == digits ? start : s);
    }
    return n;
}

static long long parse_signed(const char *s, char **end, int base, long long low,
                              long long high)
{
    number_t n =
        parse(s, end, base, (unsigned long long)high, 0ULL - (unsigned long long)low);
    return (long long)(n.negative ? 0ULL - n.value : n.value);
}

long long zstrtoll(const char *s, char **end, int base)
{
    return parse_signed(s, end, base, LLONG_MIN, LLONG_MAX);
}

long zstrtol(const char *s, char **end, int base)
{
    return (long)parse_signed(s, end, base, LONG_MIN, LONG_MAX);
}

/* A minus sign negates modulo the type's range, as C wants it. */
static unsigned long long parse_unsigned(const char *s, char **end, int base,
                                         unsigned long long high)
{
    number_t n = parse(s, end, base, high, high);
    return n.negative && !n.overflowed ? 0ULL - n.value : n.value;
}

unsigned long long zstrtoull(const char *s, char **end, int base)
{
    return parse_unsigned(s, end, base, ULLONG_MAX);
}

unsigned long zstrtoul(const char *s, char **end, int base)
{
    return (unsigned long)parse_unsigned(s, end, base, ULONG_MAX);
}

int zatoi(const char *s)
{
    return (int)parse_signed(s, NULL, 10, INT_MIN, INT_MAX);
}

long zatol(const char *s)
{
    return zstrtol(s, NULL, 10);
}

long long zatoll(const char *s)
{
    return zstrtoll(s, NULL, 10);
}

double zatof(const char *s)
{
    return strtod(s, NULL);
}

int zabs(int x)
{
    return x < 0 ? -x : x;
}

/* ---- in no standard ---- */

char *zstrrev(char *s)
{
    size_t n = strlen(s);
    for (size_t i = 0; i < n / 2; i++) {
        char c = s[i];
        s[i] = s[n - 1 - i];
        s[n - 1 - i] = c;
    }
    return s;
}

char *zstrupr(char *s)
{
    for (char *p = s; *p; p++) {
        *p = (char)ztoupper((unsigned char)*p);
    }
    return s;
}

char *zstrlwr(char *s)
{
    for (char *p = s; *p; p++) {
        *p = (char)ztolower((unsigned char)*p);
    }
    return s;
}

char *zultoa(unsigned long value, char *s, int base)
{
    char *p = s;
    if (base < 2 || base > 36) {
        *s = 0;
        return s;
    }
    do {
        *p++ = "0123456789abcdefghijklmnopqrstuvwxyz"[value % (unsigned)base];
        value /= (unsigned)base;
    } while (value);
    *p = 0;
    return zstrrev(s);
}

char *zltoa(long value, char *s, int base)
{
    if (base != 10 || value >= 0) {
        return zultoa((unsigned long)value, s, base);
    }
    *s = '-';
    zultoa(0UL - (unsigned long)value, s + 1, base);
    return s;
}

char *zutoa(unsigned value, char *s, int base)
{
    return zultoa(value, s, base);
}

char *zitoa(int value, char *s, int base)
{
    return base == 10 ? zltoa(value, s, base) : zultoa((unsigned)value, s, base);
}
