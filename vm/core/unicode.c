/* SPDX-License-Identifier: MIT */
/*
 * unicode.c -- case and class of code points, by a short table of ranges.
 *
 * Case is known for ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic; letters
 * elsewhere count as alphabetic without case. Punctuation and symbols are known by
 * block. It is an approximation that fits a chip: docs/guide/python.md.
 */
#include "str.h"

typedef enum {
    UPPER, /* lower case is + delta */
    LOWER, /* upper case is + delta */
    EVEN,  /* pairs: even upper, odd lower */
    ODD,   /* pairs: odd upper, even lower */
    SPACE,
    SYMBOL, /* printable, not alphabetic */
    HIDDEN, /* not printable */
    DIGIT,  /* digit, no decimal */
    DECIMAL,
    NUMERIC,
} kind_t;

typedef struct {
    uint32_t first, last;
    int16_t delta;
    uint8_t kind;
} range_t;

/* Ascending. What no row has is alphabetic from 0xAA on. */
static const range_t ranges[] = {
    {0x00, 0x08, 0, HIDDEN},        {0x09, 0x0D, 0, SPACE},
    {0x0E, 0x1B, 0, HIDDEN},        {0x1C, 0x20, 0, SPACE},
    {0x21, 0x2F, 0, SYMBOL},        {0x30, 0x39, 0, DECIMAL},
    {0x3A, 0x40, 0, SYMBOL},        {0x41, 0x5A, 32, UPPER},
    {0x5B, 0x60, 0, SYMBOL},        {0x61, 0x7A, -32, LOWER},
    {0x7B, 0x7E, 0, SYMBOL},        {0x7F, 0x84, 0, HIDDEN},
    {0x85, 0x85, 0, SPACE},         {0x86, 0x9F, 0, HIDDEN},
    {0xA0, 0xA0, 0, SPACE},         {0xA1, 0xA9, 0, SYMBOL},
    {0xAA, 0xAA, 0, LOWER},         {0xAB, 0xAC, 0, SYMBOL},
    {0xAD, 0xAD, 0, HIDDEN},        {0xAE, 0xB1, 0, SYMBOL},
    {0xB2, 0xB3, 0, DIGIT},         {0xB4, 0xB4, 0, SYMBOL},
    {0xB5, 0xB5, 743, LOWER},       {0xB6, 0xB8, 0, SYMBOL},
    {0xB9, 0xB9, 0, DIGIT},         {0xBA, 0xBA, 0, LOWER},
    {0xBB, 0xBB, 0, SYMBOL},        {0xBC, 0xBE, 0, NUMERIC},
    {0xBF, 0xBF, 0, SYMBOL},        {0xC0, 0xD6, 32, UPPER},
    {0xD7, 0xD7, 0, SYMBOL},        {0xD8, 0xDE, 32, UPPER},
    {0xDF, 0xDF, 0, LOWER},         {0xE0, 0xF6, -32, LOWER},
    {0xF7, 0xF7, 0, SYMBOL},        {0xF8, 0xFE, -32, LOWER},
    {0xFF, 0xFF, 121, LOWER},       {0x100, 0x12F, 0, EVEN},
    {0x130, 0x130, -199, UPPER},    {0x131, 0x131, -232, LOWER},
    {0x132, 0x137, 0, EVEN},        {0x138, 0x138, 0, LOWER},
    {0x139, 0x148, 0, ODD},         {0x149, 0x149, 0, LOWER},
    {0x14A, 0x177, 0, EVEN},        {0x178, 0x178, -121, UPPER},
    {0x179, 0x17E, 0, ODD},         {0x17F, 0x17F, -300, LOWER},
    {0x2C2, 0x2C5, 0, SYMBOL},      {0x2D2, 0x2DF, 0, SYMBOL},
    {0x300, 0x36F, 0, SYMBOL},      {0x37E, 0x37E, 0, SYMBOL},
    {0x384, 0x385, 0, SYMBOL},      {0x386, 0x386, 38, UPPER},
    {0x387, 0x387, 0, SYMBOL},      {0x388, 0x38A, 37, UPPER},
    {0x38C, 0x38C, 64, UPPER},      {0x38E, 0x38F, 63, UPPER},
    {0x390, 0x390, 0, LOWER},       {0x391, 0x3AB, 32, UPPER},
    {0x3AC, 0x3AC, -38, LOWER},     {0x3AD, 0x3AF, -37, LOWER},
    {0x3B0, 0x3B0, 0, LOWER},       {0x3B1, 0x3C1, -32, LOWER},
    {0x3C2, 0x3C2, -31, LOWER},     {0x3C3, 0x3CB, -32, LOWER},
    {0x3CC, 0x3CC, -64, LOWER},     {0x3CD, 0x3CE, -63, LOWER},
    {0x400, 0x40F, 80, UPPER},      {0x410, 0x42F, 32, UPPER},
    {0x430, 0x44F, -32, LOWER},     {0x450, 0x45F, -80, LOWER},
    {0x460, 0x481, 0, EVEN},        {0x482, 0x489, 0, SYMBOL},
    {0x48A, 0x4BF, 0, EVEN},        {0x4C0, 0x4C0, 15, UPPER},
    {0x4C1, 0x4CE, 0, ODD},         {0x4CF, 0x4CF, -15, LOWER},
    {0x4D0, 0x52F, 0, EVEN},        {0x660, 0x669, 0, DECIMAL},
    {0x966, 0x96F, 0, DECIMAL},     {0x1680, 0x1680, 0, SPACE},
    {0x2000, 0x200A, 0, SPACE},     {0x200B, 0x200F, 0, HIDDEN},
    {0x2010, 0x2027, 0, SYMBOL},    {0x2028, 0x2029, 0, SPACE},
    {0x202A, 0x202E, 0, HIDDEN},    {0x202F, 0x202F, 0, SPACE},
    {0x2030, 0x205E, 0, SYMBOL},    {0x205F, 0x205F, 0, SPACE},
    {0x2060, 0x206F, 0, HIDDEN},    {0x2070, 0x2070, 0, DIGIT},
    {0x2074, 0x2079, 0, DIGIT},     {0x207A, 0x207E, 0, SYMBOL},
    {0x2080, 0x2089, 0, DIGIT},     {0x208A, 0x208E, 0, SYMBOL},
    {0x20A0, 0x2101, 0, SYMBOL},    {0x2150, 0x218B, 0, NUMERIC},
    {0x2190, 0x2BFF, 0, SYMBOL},    {0x3000, 0x3000, 0, SPACE},
    {0x3001, 0x3004, 0, SYMBOL},    {0x3008, 0x3020, 0, SYMBOL},
    {0xD800, 0xF8FF, 0, HIDDEN},    {0xFE00, 0xFE6F, 0, SYMBOL},
    {0xFEFF, 0xFEFF, 0, HIDDEN},    {0xFF00, 0xFF0F, 0, SYMBOL},
    {0xFFF0, 0xFFFB, 0, HIDDEN},    {0xFFFC, 0xFFFD, 0, SYMBOL},
    {0xFFFE, 0xFFFF, 0, HIDDEN},    {0x1F000, 0x1FAFF, 0, SYMBOL},
    {0xE0000, 0x10FFFF, 0, HIDDEN},
};

static const range_t *range_of(uint32_t code)
{
    unsigned lo = 0, hi = sizeof ranges / sizeof *ranges;
    while (lo < hi) {
        unsigned mid = (lo + hi) / 2;
        if (code > ranges[mid].last) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    bool in = lo < sizeof ranges / sizeof *ranges && code >= ranges[lo].first;
    return in ? &ranges[lo] : NULL;
}

unsigned uc_class(uint32_t code)
{
    static const uint8_t classes[] = {
        [UPPER] = UC_ALPHA | UC_UPPER | UC_PRINT,
        [LOWER] = UC_ALPHA | UC_LOWER | UC_PRINT,
        [SPACE] = UC_SPACE,
        [SYMBOL] = UC_PRINT,
        [HIDDEN] = 0,
        [DIGIT] = UC_DIGIT | UC_NUMERIC | UC_PRINT,
        [DECIMAL] = UC_DECIMAL | UC_DIGIT | UC_NUMERIC | UC_PRINT,
        [NUMERIC] = UC_NUMERIC | UC_PRINT,
    };
    const range_t *r = range_of(code);
    if (r == NULL) {
        return UC_ALPHA | UC_PRINT;
    }
    if (r->kind == EVEN || r->kind == ODD) {
        bool upper = (code & 1) == (r->kind == ODD);
        return classes[upper ? UPPER : LOWER];
    }
    return classes[r->kind] | (code == ' ' ? UC_PRINT : 0);
}

uint32_t uc_upper(uint32_t code)
{
    const range_t *r = range_of(code);
    if (r != NULL && r->kind == LOWER) {
        return code + (uint32_t)r->delta;
    }
    bool lower =
        r != NULL && ((r->kind == EVEN && code & 1) || (r->kind == ODD && !(code & 1)));
    return lower ? code - 1 : code;
}

uint32_t uc_lower(uint32_t code)
{
    const range_t *r = range_of(code);
    if (r != NULL && r->kind == UPPER) {
        return code + (uint32_t)r->delta;
    }
    bool upper =
        r != NULL && ((r->kind == EVEN && !(code & 1)) || (r->kind == ODD && code & 1));
    return upper ? code + 1 : code;
}
