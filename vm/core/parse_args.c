/* SPDX-License-Identifier: MIT */
/*
 * parse_args.c -- parse_py_args: Python arguments into C variables by a format of one
 * letter each.
 *
 * A letter's row says what it converts to; upper case takes a default from the varargs
 * first. The varargs of an optional letter are read in any case, so that those behind
 * it are found.
 */
#include "parse_args.h"
#include "driver.h"
#include "bigint.h"
#include "state.h"
#include <math.h>
#include <string.h>

#define ARGS_MOST 256 /* slots that a call's arguments take at most */

/* Where the last conversion failed that did. */
static struct {
    PObject **sp; /* of the thread then: the same until the native returns */
    PObject **args;
    int index, nargs;
    char letter;
} failure;

/* Does the argument stand for the default? */
static bool is_omitted(PObject *arg)
{
    return arg == NULL || IS_NONE(arg);
}

static bool get_integer(PObject *arg, int64_t *out)
{
    if (IS_PSMALLINT(arg)) {
        *out = PSMALLINT_VALUE(arg);
    } else if (IS_BOOL(arg)) {
        *out = PBOOL_VALUE(arg);
    } else if (!IS_TAGGED(arg) && arg->header.type == PINTEGER) {
        *out = PINTEGER_VALUE(arg);
    } else {
        return false;
    }
    return true;
}

static bool get_real(PObject *arg, double *out)
{
    int64_t integer;
    if (!IS_TAGGED(arg) && arg->header.type == PFLOAT) {
        *out = PFLOAT_VALUE(arg);
        return true;
    }
    if (get_integer(arg, &integer)) {
        *out = (double)integer;
        return true;
    }
    if (IS_OBJ(arg, PBIGINT)) {
        *out = bigint_to_double(arg);
        return isfinite(*out);
    }
    return false;
}

static bool parse_integer(char letter, PObject *arg, va_list *ap)
{
    bool narrow = letter == 'i' || letter == 'I';
    int64_t value = 0;
    if (letter == 'I') {
        value = va_arg(*ap, int32_t);
    } else if (letter == 'L') {
        value = va_arg(*ap, int64_t);
    }
    void *out =
        narrow ? (void *)va_arg(*ap, int32_t *) : (void *)va_arg(*ap, int64_t *);
    bool optional = letter == 'I' || letter == 'L';
    if (!(optional && is_omitted(arg)) && (arg == NULL || !get_integer(arg, &value))) {
        return false;
    }
    if (narrow) {
        *(int32_t *)out = (int32_t)value;
    } else {
        *(int64_t *)out = value;
    }
    return true;
}

static bool parse_real(char letter, PObject *arg, va_list *ap)
{
    double value = letter == 'F' ? va_arg(*ap, double) : 0;
    double *out = va_arg(*ap, double *);
    if (!(letter == 'F' && is_omitted(arg)) &&
        (arg == NULL || !get_real(arg, &value))) {
        return false;
    }
    *out = value;
    return true;
}

static bool parse_bytes(char letter, PObject *arg, va_list *ap)
{
    bool optional = letter == 'S' || letter == 'B';
    uint8_t *data = optional ? va_arg(*ap, uint8_t *) : NULL;
    uint8_t **out = va_arg(*ap, uint8_t **);
    int32_t *out_length = va_arg(*ap, int32_t *);
    uint32_t length;
    if (optional && is_omitted(arg)) {
        length = data ? (uint32_t)strlen((const char *)data) : 0;
    } else if (arg && !IS_TAGGED(arg) && IS_BYTE_PSEQUENCE_TYPE(arg->header.type)) {
        data = PSEQUENCE_BYTES(arg);
        length = letter == 'b' || letter == 'B' ? PSEQUENCE_SIZE(arg)
                                                : PSEQUENCE_ELEMENTS(arg);
    } else {
        return false;
    }
    *out = data;
    *out_length = (int32_t)length;
    return true;
}

static bool parse_address(char letter, PObject *arg, va_list *ap)
{
    const NetAddress *usual = letter == 'N' ? va_arg(*ap, const NetAddress *) : NULL;
    NetAddress *out = va_arg(*ap, NetAddress *);
    if (letter == 'N' && is_omitted(arg)) {
        *out = usual ? *usual : (NetAddress){0};
        return true;
    }
    return arg && driver_address(arg, out);
}

typedef bool (*parse_fn)(char letter, PObject *arg, va_list *ap);

static parse_fn parser_of(char letter)
{
    switch (letter) {
    case 'i':
    case 'I':
    case 'l':
    case 'L':
        return parse_integer;
    case 'f':
    case 'F':
        return parse_real;
    case 's':
    case 'S':
    case 'b':
    case 'B':
        return parse_bytes;
    case 'n':
    case 'N':
        return parse_address;
    default:
        return NULL;
    }
}

static void note_failure(char letter, int index, int nargs, PObject **args)
{
    failure.sp = vm.current ? vm.current->sp : NULL;
    failure.args = args;
    failure.index = index;
    failure.nargs = nargs;
    failure.letter = letter;
}

/* What most arguments are: a small integer for a required one. */
static inline bool parse_small(char letter, PObject *arg, va_list *ap)
{
    if (!IS_PSMALLINT(arg) || (letter != 'i' && letter != 'l')) {
        return false;
    }
    void *out = va_arg(*ap, void *);
    if (letter == 'i') {
        *(int32_t *)out = PSMALLINT_VALUE(arg);
    } else {
        *(int64_t *)out = PSMALLINT_VALUE(arg);
    }
    return true;
}

int parse_py_args(const char *fmt, int nargs, PObject **args, ...)
{
    va_list ap;
    int done = 0;
    va_start(ap, args);
    for (; fmt[done]; done++) {
        PObject *arg = done < nargs ? args[done] : NULL;
        if (parse_small(fmt[done], arg, &ap)) {
            continue;
        }
        parse_fn parse = parser_of(fmt[done]);
        if (parse == NULL) {
            break;
        }
        if (!parse(fmt[done], arg, &ap)) {
            note_failure(fmt[done], done, nargs, args);
            break;
        }
    }
    va_end(ap);
    return done;
}

err_t parse_py_arg(PObject **var, int ptype, int *nargs, PObject ***args, PObject *def)
{
    PObject *arg = *nargs > 0 ? **args : NULL;
    bool fits = arg && (IS_INTEGER_TYPE(ptype) ? IS_INTEGER(arg) : PTYPE(arg) == ptype);
    if (arg) {
        ++*args;
        --*nargs;
    }
    *var = fits ? arg : def;
    return fits || (def && is_omitted(arg)) ? ERR_OK : ERR_TYPE_EXC;
}

/* ---- what was wrong ---- */

const char *parse_args_expected(int *index, PObject **arg)
{
    PObject **sp = vm.current->sp, **at = failure.args + failure.index;
    bool here = failure.sp == sp && at < sp && sp - at <= ARGS_MOST;
    failure.sp = NULL;
    if (!here) {
        return NULL;
    }
    *index = failure.index;
    *arg = failure.index < failure.nargs ? *at : NULL;
    switch (failure.letter | 0x20) {
    case 'i':
    case 'l':
        return "int";
    case 'f':
        return "float";
    case 'n':
        return "(ip, port)";
    default:
        return "str, bytes or bytearray";
    }
}
