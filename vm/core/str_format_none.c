/* SPDX-License-Identifier: MIT */
/* str_format_none.c -- in place of str_format.c: f-strings and format() remain. */
#include "left_out.h"
#include "str.h"
#include "str_methods.h"

err_t str_format(PObject *fmt, int nargs, PObject **args, PObject *kwargs,
                 PObject **res)
{
    (void)fmt, (void)nargs, (void)args, (void)kwargs, (void)res;
    return left_out("str.format() is");
}

OPTIONAL err_t str_method_format(int nargs, PObject *self, PObject **args,
                                 PObject **res)
{
    (void)nargs, (void)self, (void)args, (void)res;
    return left_out("str.format() is");
}

OPTIONAL err_t str_method_format_map(int nargs, PObject *self, PObject **args,
                                     PObject **res)
{
    (void)nargs, (void)self, (void)args, (void)res;
    return left_out("str.format_map() is");
}
