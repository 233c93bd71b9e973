/* SPDX-License-Identifier: MIT */
/*
 * format.h -- format specifications:
 * [[fill]align][sign][z][#][0][width][grouping][.precision][type].
 *
 * Context: thread with the GIL.
 */
#ifndef CORE_FORMAT_H
#define CORE_FORMAT_H

#include "text.h"
#include "type.h"

typedef struct {
    uint32_t fill; /* code point */
    char align;    /* '<' '>' '=' '^' or 0 */
    char sign;     /* '+' '-' ' ' or 0 */
    char group;    /* ',' '_' or 0 */
    char type;     /* or 0 */
    bool alt, zero;
    bool no_negative_zero;    /* z */
    int32_t width, precision; /* -1: not given */
} format_spec_t;

/* ValueError when the text is no specification for a value of a type of that name. */
err_t format_parse(const char *s, size_t len, const char *type_name,
                   format_spec_t *spec);
err_t format_int(PObject *value, const format_spec_t *spec, text_t *out);
err_t format_float(double value, const format_spec_t *spec, text_t *out);
err_t format_str(PObject *value, const format_spec_t *spec, text_t *out);
/* Appends format(value, spec). */
err_t format_value_to(PObject *value, PObject *spec, text_t *out);

#endif
