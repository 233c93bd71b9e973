/* SPDX-License-Identifier: MIT */
/* float_libc.c -- floats to digits and back by the C library. */
#include "float.h"
#include "float_digits.h"
#include "text.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void float_digits(double value, int n, decimal_t *d)
{
    char text[32];
    snprintf(text, sizeof text, "%.*e", n - 1, value);
    char *e = strchr(text, 'e');
    d->n = 0;
    for (char *p = text; p < e; p++) {
        if (*p != '.') {
            d->digit[d->n++] = *p;
        }
    }
    d->point = (int)strtol(e + 1, NULL, 10) + 1;
}

double float_read(const char *text)
{
    return strtod(text, NULL);
}

err_t float_format_to(double value, char type, int precision, unsigned flags,
                      text_t *out)
{
    if (!isfinite(value)) {
        const char *text = isnan(value) ? "nan" : value < 0 ? "-inf" : "inf";
        static const char *const upper[] = {"NAN", "-INF", "INF"};
        return text_add_c(out, flags & FLOAT_UPPER ? upper[isnan(value) ? 0
                                                           : value < 0  ? 1
                                                                        : 2]
                                                   : text);
    }
    char fmt[] = "%#.*e", *f = fmt, memory[64];
    fmt[4] = flags & FLOAT_UPPER ? (char)(type - 0x20) : type;
    if (!(flags & FLOAT_ALT)) {
        *++f = '%';
    }
    int n = snprintf(memory, sizeof memory, f, precision, value);
    if (n < (int)sizeof memory) {
        return text_add(out, memory, (size_t)n);
    }
    char *room = text_room(out, (size_t)n + 1); /* the end's zero is taken back */
    if (room != NULL) {
        snprintf(room, (size_t)n + 1, f, precision, value);
        out->length--;
    }
    return out->err;
}
