/* SPDX-License-Identifier: MIT */
/*
 * struct_item.c -- reads formats, and moves numbers between bytes and C.
 */
#include "struct_item.h"
#include <math.h>
#include <string.h>

/* Longest format in bytes: what a view's offset can say. */
#define SIZE_LIMIT INT32_MAX

/* The alignment that a C compiler gives a type. */
#define ALIGN_OF(type)                                                                 \
    offsetof(                                                                          \
        struct {                                                                       \
            char c;                                                                    \
            type member;                                                               \
        },                                                                             \
        member)

typedef struct code {
    char code;
    uint8_t kind;
    uint8_t standard; /* bytes when a byte order is named; 0: only without one */
    uint8_t size, align;
} code_t;

#define CODE(c, kind, standard, type)                                                  \
    {                                                                                  \
        c, kind, standard, sizeof(type), ALIGN_OF(type)                                \
    }

static const code_t codes[] = {
    CODE('x', KIND_PAD, 1, char),     CODE('c', KIND_CHAR, 1, char),
    CODE('s', KIND_BYTES, 1, char),   CODE('p', KIND_BYTES, 1, char),
    CODE('b', KIND_INT, 1, char),     CODE('B', KIND_UINT, 1, char),
    CODE('?', KIND_BOOL, 1, bool),    CODE('h', KIND_INT, 2, short),
    CODE('H', KIND_UINT, 2, short),   CODE('i', KIND_INT, 4, int),
    CODE('I', KIND_UINT, 4, int),     CODE('l', KIND_INT, 4, long),
    CODE('L', KIND_UINT, 4, long),    CODE('q', KIND_INT, 8, int64_t),
    CODE('Q', KIND_UINT, 8, int64_t), CODE('n', KIND_INT, 0, size_t),
    CODE('N', KIND_UINT, 0, size_t),  CODE('P', KIND_POINTER, 0, void *),
    CODE('e', KIND_FLOAT, 2, short),  CODE('f', KIND_FLOAT, 4, float),
    CODE('d', KIND_FLOAT, 8, double),
};

static const code_t *find_code(char c)
{
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        if (codes[i].code == c) {
            return &codes[i];
        }
    }
    return NULL;
}

static bool machine_is_little(void)
{
    uint16_t one = 1;
    uint8_t first;
    memcpy(&first, &one, 1);
    return first == 1;
}

/* ---- reading ---- */

void format_open(format_t *format, const char *text, size_t length)
{
    *format = (format_t){text, text + length, machine_is_little(), true, 0};
    if (length == 0 || memchr("@=<>!", *text, 5) == NULL) {
        return;
    }
    format->next++;
    format->native = *text == '@';
    if (*text != '@' && *text != '=') {
        format->little = *text == '<';
    }
}

static bool is_digit(const format_t *format)
{
    return format->next < format->end && *format->next >= '0' && *format->next <= '9';
}

/* The repeat count, 1 without one. False: it is too large for any format. */
static bool read_count(format_t *format, size_t *count)
{
    *count = is_digit(format) ? 0 : 1;
    while (is_digit(format)) {
        *count = *count * 10 + (size_t)(*format->next++ - '0');
        if (*count > SIZE_LIMIT) {
            return false;
        }
    }
    return true;
}

/* Gives the item its place behind what was read. False: no room. */
static bool place(format_t *format, item_t *item, size_t align)
{
    size_t gap = format->native && align ? (align - format->offset % align) % align : 0;
    uint64_t bytes = (uint64_t)item->count * item->size;
    item->offset = format->offset + gap;
    if (bytes > SIZE_LIMIT - (uint64_t)item->offset) {
        return false;
    }
    format->offset = item->offset + (size_t)bytes;
    return true;
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool format_next(format_t *format, item_t *item, const char **wrong)
{
    *wrong = NULL;
    while (format->next < format->end && is_blank(*format->next)) {
        format->next++;
    }
    if (format->next == format->end) {
        return false;
    }
    bool fits = read_count(format, &item->count);
    if (fits && format->next == format->end) {
        *wrong = "repeat count given without format specifier";
        return false;
    }
    const code_t *code = fits ? find_code(*format->next++) : NULL;
    if (fits && (code == NULL || (code->standard == 0 && !format->native))) {
        *wrong = "bad char in struct format";
        return false;
    }
    if (fits) {
        item->code = code->code;
        item->kind = code->kind;
        item->size = format->native ? code->size : code->standard;
        item->little = format->little;
        item->native = format->native;
        fits = place(format, item, code->align);
    }
    *wrong = fits ? NULL : "total struct size too long";
    return fits;
}

int64_t item_values(const item_t *item)
{
    return item->kind == KIND_PAD     ? 0
           : item->kind == KIND_BYTES ? 1
                                      : (int64_t)item->count;
}

/* ---- bytes ---- */

uint64_t item_load(const item_t *item, const uint8_t *from)
{
    uint64_t bits = 0;
    for (int i = 0; i < item->size; i++) {
        bits = bits << 8 | from[item->little ? item->size - 1 - i : i];
    }
    return bits;
}

void item_store(const item_t *item, uint8_t *to, uint64_t bits)
{
    for (int i = 0; i < item->size; i++) {
        to[item->little ? i : item->size - 1 - i] = (uint8_t)bits;
        bits >>= 8;
    }
}

/* ---- floats ---- */

/* 16 bits: sign, 5 of exponent, 10 of mantissa. Rounding may carry into the exponent,
 * which is what it should do. */
static bool half_bits(double value, uint64_t *bits)
{
    uint64_t sign = signbit(value) ? 0x8000 : 0;
    int exponent;
    if (isnan(value)) {
        *bits = sign | 0x7e00;
        return true;
    }
    if (isinf(value)) {
        *bits = sign | 0x7c00;
        return true;
    }
    frexp(value, &exponent);
    exponent = exponent - 1 < -14 || value == 0 ? -14 : exponent - 1;
    if (exponent > 15) {
        return false;
    }
    double units = rint(ldexp(fabs(value), 10 - exponent));
    uint64_t magnitude = (uint64_t)units + ((uint64_t)(exponent + 14) << 10);
    *bits = sign | magnitude;
    return magnitude < 0x7c00;
}

static double half_value(uint64_t bits)
{
    int exponent = bits >> 10 & 31, mantissa = bits & 0x3ff;
    double magnitude = exponent == 31 ? (mantissa ? (double)NAN : (double)INFINITY)
                       : exponent     ? ldexp(mantissa + 1024, exponent - 25)
                                      : ldexp(mantissa, -24);
    return bits & 0x8000 ? -magnitude : magnitude;
}

bool item_float_bits(const item_t *item, double value, uint64_t *bits)
{
    if (item->size == 2) {
        return half_bits(value, bits);
    }
    if (item->size == 8) {
        memcpy(bits, &value, 8);
        return true;
    }
    float single = (float)value;
    uint32_t word;
    memcpy(&word, &single, 4);
    *bits = word;
    return item->native || isinf(value) || !isinf(single);
}

double item_float(const item_t *item, uint64_t bits)
{
    if (item->size == 2) {
        return half_value(bits);
    }
    if (item->size == 4) {
        uint32_t word = (uint32_t)bits;
        float single;
        memcpy(&single, &word, 4);
        return (double)single;
    }
    double value;
    memcpy(&value, &bits, 8);
    return value;
}
