/* SPDX-License-Identifier: MIT */
/* unicode_ranges.h -- the table of unicode.c, in one of two sizes. */
#ifndef CORE_UNICODE_RANGES_H
#define CORE_UNICODE_RANGES_H

#include <stdint.h>

typedef enum {
    UCK_UPPER, /* lower case is + delta */
    UCK_LOWER, /* upper case is + delta */
    UCK_EVEN,  /* pairs: even upper, odd lower */
    UCK_ODD,   /* pairs: odd upper, even lower */
    UCK_SPACE,
    UCK_SYMBOL, /* printable, not alphabetic */
    UCK_HIDDEN, /* not printable */
    UCK_DIGIT,  /* digit, no decimal */
    UCK_DECIMAL,
    UCK_NUMERIC,
} uc_kind_t;

typedef struct {
    uint32_t first, last;
    int16_t delta;
    uint8_t kind;
} uc_range_t;

/* Ascending. What no row has is alphabetic. */
extern const uc_range_t uc_ranges[];
extern const unsigned uc_nranges;

#endif
