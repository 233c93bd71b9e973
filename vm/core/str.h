/* SPDX-License-Identifier: MIT */
/*
 * str.h -- str: UTF-8 bytes behind a header whose length counts bytes.
 *
 * POBJ_ASCII says that every code point is one byte; then indexing is direct.
 * header.aux caches the hash, 0: not yet. Functions that return a pointer return NULL
 * when memory is out. Context: thread with the GIL.
 */
#ifndef CORE_STR_H
#define CORE_STR_H

#include "hash.h"
#include "type.h"
#include <string.h>

extern const type_ops_t string_ops;

/* A str of `len` bytes copied from data (NULL: zero bytes to be filled by the caller,
 * who calls str_seal then). "" and single ASCII characters are shared. */
PString *str_new(const char *data, uint32_t len);
PString *str_from_c(const char *s);
/* The one-character str of a code point 0 … 0x10FFFF. */
PString *str_from_code(uint32_t code);
/* An uninitialised str of len > 0 bytes for the caller to fill before the next
 * allocation. */
PString *str_alloc(uint32_t len, bool ascii);
/* Sets the ASCII flag after the bytes were filled in. */
void str_seal(PString *s);

static inline uint8_t *str_data(const PObject *s)
{
    return (uint8_t *)((PString *)s)->seq;
}
static inline uint32_t str_bytes(const PObject *s)
{
    return s->header.length;
}
static inline bool str_is_ascii(const PObject *s)
{
    return (s->header.flags & POBJ_ASCII) != 0;
}

/* Code points. */
uint32_t str_length(const PObject *s);
/* Byte offset of code point `index` ≤ str_length. */
size_t str_offset(const PObject *s, uint32_t index);
/* a + b. */
err_t str_concat(PObject *a, PObject *b, PObject **res);
/* Code points [start, start + step …), count of them. */
err_t str_slice(PObject *s, int64_t start, int64_t step, uint32_t count, PObject **res);
/* memcmp order, which is code point order. */
int str_order(const PObject *a, const PObject *b);
uint16_t str_hash_slow(PObject *s);

/* The 16-bit hash in the header, computed when it is not there yet. Also for bytes. */
static inline uint16_t str_hash16(PObject *s)
{
    return s->header.aux ? s->header.aux : str_hash_slow(s);
}
static inline bool str_equal(const PObject *a, const PObject *b)
{
    return a == b || (a->header.length == b->header.length &&
                      memcmp(str_data(a), str_data(b), a->header.length) == 0);
}

/* First (last with `last`) place of needle in hay, byte offset, or -1. Context: any. */
int64_t str_search(const uint8_t *hay, size_t n, const uint8_t *needle, size_t m,
                   bool last);

/* repr() and ascii() of a str; `ascii_only` escapes what is above 0x7F. */
err_t str_repr_to(PObject *s, struct text *out, bool ascii_only);
/* A text with what is above 0x7F escaped: ascii() of a repr. */
err_t str_ascii_to(PObject *s, struct text *out);
/* fmt % args; str.format; what f-strings and format() do with a str. */
err_t str_percent(PObject *fmt, PObject *args, PObject **res);
/* The same for bytes, whose raw bytes are in the str `fmt`: %s and %b take bytes-like
 * objects. */
err_t str_percent_bytes(PObject *fmt, PObject *args, PObject **res);
err_t str_format(PObject *fmt, int nargs, PObject **args, PObject *kwargs,
                 PObject **res);

/* encode/decode; encoding and errors may be NULL. */
err_t str_encode(PObject *s, PObject *encoding, PObject *errors, PObject **res);
err_t str_decode(const uint8_t *data, uint32_t len, PObject *encoding, PObject *errors,
                 PObject **res);

/* Case and class of a code point: ASCII, Latin-1, Greek and Cyrillic; others have no
 * case and are alphabetic. */
enum {
    UC_ALPHA = 1,
    UC_UPPER = 2,
    UC_LOWER = 4,
    UC_DIGIT = 8,
    UC_SPACE = 16,
    UC_PRINT = 32,
    UC_NUMERIC = 64,
    UC_DECIMAL = 128,
};
unsigned uc_class(uint32_t code);
uint32_t uc_upper(uint32_t code);
uint32_t uc_lower(uint32_t code);

#endif
