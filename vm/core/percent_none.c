/* SPDX-License-Identifier: MIT */
/* percent_none.c -- in place of str_percent.c: f-strings and format() remain. */
#include "left_out.h"
#include "str.h"

OPTIONAL err_t str_percent(PObject *fmt, PObject *args, PObject **res)
{
    (void)fmt, (void)args, (void)res;
    return left_out("str % is");
}

OPTIONAL err_t str_percent_bytes(PObject *fmt, PObject *args, PObject **res)
{
    (void)fmt, (void)args, (void)res;
    return left_out("bytes % is");
}
