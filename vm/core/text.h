/* SPDX-License-Identifier: MIT */
/*
 * text.h -- a growing string: what repr, str, join, format and error texts are built
 * with.
 *
 * It starts in memory of the caller (usually on its stack) and moves to a GC buffer
 * when that is full. Errors stick: once `err` is set, adding does nothing, so only the
 * end needs to test. Bytes are UTF-8 with raw invalid bytes, as in str. Context: thread
 * with the GIL.
 */
#ifndef CORE_TEXT_H
#define CORE_TEXT_H

#include "value.h"
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct text {
    char *data;
    size_t length, capacity; /* bytes */
    PBuffer *heap;           /* NULL: still in the caller's memory */
    err_t err;
} text_t;

/* An empty text that may use `size` bytes at `memory` (NULL, 0: none). */
void text_init(text_t *t, char *memory, size_t size);
/* Room for n more bytes; NULL when memory is out (t->err is set). The caller fills it
 * all. */
char *text_room(text_t *t, size_t n);
err_t text_add(text_t *t, const void *data, size_t n);
err_t text_add_c(text_t *t, const char *s);
err_t text_add_str(text_t *t, const PObject *str);
/* One code point as UTF-8, U+DC80 … U+DCFF as the raw byte it stands for. */
err_t text_add_code(text_t *t, uint32_t code);
/* n times the same code point. */
err_t text_fill(text_t *t, uint32_t code, size_t n);
err_t text_add_int(text_t *t, int64_t value);
/* `base` 2 … 36; with `upper` in capitals. */
err_t text_add_uint(text_t *t, uint64_t value, unsigned base, bool upper);
/* Formats: %s %.*s %d %u %ld %lu %lld %llu %x %c %%, %R (PObject *: its repr) and %S
 * (its str). */
err_t text_addf(text_t *t, const char *fmt, ...);
err_t text_vaddf(text_t *t, const char *fmt, va_list ap);
/* The whole as a new str; returns the error that stuck, if any. */
err_t text_take(text_t *t, PObject **str);

static inline err_t text_add_char(text_t *t, char c)
{
    if (t->length < t->capacity) {
        t->data[t->length++] = c;
        return t->err;
    }
    return text_add(t, &c, 1);
}

#endif
