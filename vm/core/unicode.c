/* SPDX-License-Identifier: MIT */
/*
 * unicode.c -- case and class of code points, by a table of ranges.
 *
 * It is an approximation that fits a chip: docs/guide/python.md.
 */
#include "str.h"
#include "unicode_ranges.h"

static const uc_range_t *range_of(uint32_t code)
{
    unsigned lo = 0, hi = uc_nranges;
    while (lo < hi) {
        unsigned mid = (lo + hi) / 2;
        if (code > uc_ranges[mid].last) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    bool in = lo < uc_nranges && code >= uc_ranges[lo].first;
    return in ? &uc_ranges[lo] : NULL;
}

unsigned uc_class(uint32_t code)
{
    static const uint8_t classes[] = {
        [UCK_UPPER] = UC_ALPHA | UC_UPPER | UC_PRINT,
        [UCK_LOWER] = UC_ALPHA | UC_LOWER | UC_PRINT,
        [UCK_SPACE] = UC_SPACE,
        [UCK_SYMBOL] = UC_PRINT,
        [UCK_HIDDEN] = 0,
        [UCK_DIGIT] = UC_DIGIT | UC_NUMERIC | UC_PRINT,
        [UCK_DECIMAL] = UC_DECIMAL | UC_DIGIT | UC_NUMERIC | UC_PRINT,
        [UCK_NUMERIC] = UC_NUMERIC | UC_PRINT,
    };
    const uc_range_t *r = range_of(code);
    if (r == NULL) {
        return UC_ALPHA | UC_PRINT;
    }
    if (r->kind == UCK_EVEN || r->kind == UCK_ODD) {
        bool upper = (code & 1) == (r->kind == UCK_ODD);
        return classes[upper ? UCK_UPPER : UCK_LOWER];
    }
    return classes[r->kind] | (code == ' ' ? UC_PRINT : 0);
}

uint32_t uc_upper(uint32_t code)
{
    const uc_range_t *r = range_of(code);
    if (r != NULL && r->kind == UCK_LOWER) {
        return code + (uint32_t)r->delta;
    }
    bool lower = r != NULL && ((r->kind == UCK_EVEN && code & 1) ||
                               (r->kind == UCK_ODD && !(code & 1)));
    return lower ? code - 1 : code;
}

uint32_t uc_lower(uint32_t code)
{
    const uc_range_t *r = range_of(code);
    if (r != NULL && r->kind == UCK_UPPER) {
        return code + (uint32_t)r->delta;
    }
    bool upper = r != NULL && ((r->kind == UCK_EVEN && !(code & 1)) ||
                               (r->kind == UCK_ODD && code & 1));
    return upper ? code + 1 : code;
}
