/* SPDX-License-Identifier: MIT */
/*
 * span.h -- the methods that str, bytes and bytearray share, written once over a span
 * of bytes.
 *
 * What differs is asked of the object: which arguments it takes (str takes str; bytes
 * takes bytes-like objects, and ints where a single byte is meant), what its indices
 * count (str: code points) and what results are (its own type). Context: thread with
 * the GIL.
 */
#ifndef CORE_SPAN_H
#define CORE_SPAN_H

#include "type.h"

typedef struct {
    const uint8_t *p;
    size_t n;
} span_t;

/* The bytes of a str, bytes or bytearray. */
span_t span_of(PObject *o);
/* An argument that must be of self's kind. */
err_t span_arg(PObject *self, PObject *arg, span_t *out);
/* A result of self's type; NULL when memory is out. */
PObject *span_new(PObject *self, const uint8_t *p, size_t n);
/* The same into *res. */
err_t span_result(PObject *self, const uint8_t *p, size_t n, PObject **res);

/* Not empty, and every code point has one of the UC_ `classes`. */
bool span_all(PObject *self, unsigned classes);

static inline PObject *span_optional(int nargs, PObject **args, int i)
{
    return i < nargs ? args[i] : NULL;
}
static inline bool span_is_space(uint32_t c)
{
    return c == ' ' || (c >= 9 && c <= 13);
}

/* SPAN_METHODS(M): M(name, min, max, params), ascending by number; C function
 * span_NAME. */
#define SPAN_METHODS_A(M)                                                              \
    M(count, 1, 3, NULL)                                                               \
    M(split, 0, 2, "sep,maxsplit")                                                     \
    M(strip, 0, 1, NULL)                                                               \
    M(index, 1, 3, NULL)                                                               \
    M(find, 1, 3, NULL)                                                                \
    M(startswith, 1, 3, NULL)                                                          \
    M(endswith, 1, 3, NULL)                                                            \
    M(replace, 2, 3, NULL)                                                             \
    M(join, 1, 1, NULL)
#define SPAN_METHODS_CASE(M)                                                           \
    M(upper, 0, 0, NULL)                                                               \
    M(lower, 0, 0, NULL)
#define SPAN_METHODS_B(M)                                                              \
    M(lstrip, 0, 1, NULL)                                                              \
    M(rstrip, 0, 1, NULL)                                                              \
    M(rsplit, 0, 2, "sep,maxsplit")                                                    \
    M(rfind, 1, 3, NULL)                                                               \
    M(rindex, 1, 3, NULL)                                                              \
    M(partition, 1, 1, NULL)                                                           \
    M(rpartition, 1, 1, NULL)                                                          \
    M(splitlines, 0, 1, "keepends")                                                    \
    M(capitalize, 0, 0, NULL)                                                          \
    M(title, 0, 0, NULL)                                                               \
    M(swapcase, 0, 0, NULL)
#define SPAN_METHODS_C(M)                                                              \
    M(center, 1, 2, NULL)                                                              \
    M(ljust, 1, 2, NULL)                                                               \
    M(rjust, 1, 2, NULL)                                                               \
    M(zfill, 1, 1, NULL)                                                               \
    M(expandtabs, 0, 1, "tabsize")                                                     \
    M(isalpha, 0, 0, NULL)                                                             \
    M(isdigit, 0, 0, NULL)                                                             \
    M(isalnum, 0, 0, NULL)                                                             \
    M(isspace, 0, 0, NULL)                                                             \
    M(isupper, 0, 0, NULL)                                                             \
    M(islower, 0, 0, NULL)                                                             \
    M(istitle, 0, 0, NULL)
#define SPAN_METHODS_D(M)                                                              \
    M(removeprefix, 1, 1, NULL)                                                        \
    M(removesuffix, 1, 1, NULL)

#define SPAN_PROTOTYPE(name, min, max, params)                                         \
    err_t span_##name(int nargs, PObject *self, PObject **args, PObject **res);
SPAN_METHODS_A(SPAN_PROTOTYPE)
SPAN_METHODS_CASE(SPAN_PROTOTYPE)
SPAN_METHODS_B(SPAN_PROTOTYPE)
SPAN_METHODS_C(SPAN_PROTOTYPE)
SPAN_METHODS_D(SPAN_PROTOTYPE)
#define SPAN_ROW(name, min, max, params) {NAME_##name, min, max, span_##name, params},

#endif
