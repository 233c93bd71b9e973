/* SPDX-License-Identifier: MIT */
/*
 * unicode_none.c -- in place of unicode_ranges.c: case and class of ASCII alone; what
 * is above counts as alphabetic without case.
 */
#include "unicode_ranges.h"

const uc_range_t uc_ranges[] = {
    {0x00, 0x08, 0, UCK_HIDDEN}, {0x09, 0x0D, 0, UCK_SPACE},
    {0x0E, 0x1B, 0, UCK_HIDDEN}, {0x1C, 0x20, 0, UCK_SPACE},
    {0x21, 0x2F, 0, UCK_SYMBOL}, {0x30, 0x39, 0, UCK_DECIMAL},
    {0x3A, 0x40, 0, UCK_SYMBOL}, {0x41, 0x5A, 32, UCK_UPPER},
    {0x5B, 0x60, 0, UCK_SYMBOL}, {0x61, 0x7A, -32, UCK_LOWER},
    {0x7B, 0x7E, 0, UCK_SYMBOL}, {0x7F, 0x9F, 0, UCK_HIDDEN},
};
const unsigned uc_nranges = sizeof uc_ranges / sizeof *uc_ranges;
