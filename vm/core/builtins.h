/* SPDX-License-Identifier: MIT */
/*
 * builtins.h -- the functions and types of builtins.def as a table.
 *
 * How a row's function is called: `args` has nargs positional values. A row with params
 * may be called with fewer than its parameters (direct calls) or with all of them, NULL
 * for one that was omitted (after call_bind_params). A row whose max is 255 gets what
 * was given by keyword in `self`: NULL for nothing, else a PTuple of the parameters
 * behind "*" (NULL for one omitted); for "**" a PDict with str keys. Nobody calls with
 * nargs outside min … max.
 */
#ifndef CORE_BUILTINS_H
#define CORE_BUILTINS_H

#include "type.h"

#define NOT_A_TYPE 0xFF

enum {
#define BUILTIN(number, name, type, min, max, params) BUILTIN_##name = number,
#define BUILTIN_CONST(name, value)
#include "builtins.def"
#undef BUILTIN
#undef BUILTIN_CONST
    BUILTIN_COUNT, /* behind the last row */
};

typedef struct {
    const char *name;
    native_fn fn;
    uint8_t min, max;
    uint8_t type;       /* of the type object that the name denotes, or NOT_A_TYPE */
    const char *params; /* "" none */
} builtin_row_t;

extern const builtin_row_t builtin_rows[BUILTIN_COUNT];

/* The value of a row's name: a type object or a PNATIVE of the row's number. */
PObject *builtin_value(uint16_t row);
/* The row that makes values of a type: calling a type object calls it. NULL: cannot be
 * called. */
const builtin_row_t *builtin_of_type(uint8_t type);

#define BUILTIN(number, name, type, min, max, params)                                  \
    err_t builtin_##name(int nargs, PObject *self, PObject **args, PObject **res);
#define BUILTIN_CONST(name, value)
#include "builtins.def"
#undef BUILTIN
#undef BUILTIN_CONST

#endif
