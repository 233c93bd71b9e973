/* SPDX-License-Identifier: MIT */
/* str_methods.h -- the methods that only str has; span.h has the rest. */
#ifndef CORE_STR_METHODS_H
#define CORE_STR_METHODS_H

#include "type.h"

/* The last of args is a PDict of the keywords, or NULL. */
err_t str_method_format(int nargs, PObject *self, PObject **args, PObject **res);
err_t str_method_format_map(int nargs, PObject *self, PObject **args, PObject **res);
err_t str_method_encode(int nargs, PObject *self, PObject **args, PObject **res);
err_t str_method_casefold(int nargs, PObject *self, PObject **args, PObject **res);
err_t str_method_isdecimal(int nargs, PObject *self, PObject **args, PObject **res);
err_t str_method_isnumeric(int nargs, PObject *self, PObject **args, PObject **res);
err_t str_method_isidentifier(int nargs, PObject *self, PObject **args, PObject **res);
err_t str_method_isascii(int nargs, PObject *self, PObject **args, PObject **res);
err_t str_method_isprintable(int nargs, PObject *self, PObject **args, PObject **res);
err_t str_method_translate(int nargs, PObject *self, PObject **args, PObject **res);
/* Static: self does not matter. */
err_t str_method_maketrans(int nargs, PObject *self, PObject **args, PObject **res);

#endif
