/* SPDX-License-Identifier: MIT */
/*
 * strbuf.h -- a growable byte string, always NUL-terminated, for text and binary
 * output.
 */
#ifndef SUPPORT_STRBUF_H
#define SUPPORT_STRBUF_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

typedef struct strbuf {
    char *data; /* never NULL after strbuf_init; data[len] is NUL */
    size_t len;
    size_t cap;
} strbuf_t;

void strbuf_init(strbuf_t *s);
void strbuf_free(strbuf_t *s);
void strbuf_clear(strbuf_t *s);
void strbuf_add(strbuf_t *s, const void *bytes, size_t len);
void strbuf_adds(strbuf_t *s, const char *text);
void strbuf_addc(strbuf_t *s, char c);
void strbuf_addf(strbuf_t *s, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void strbuf_vaddf(strbuf_t *s, const char *fmt, va_list ap);
/* Little-endian integers of 1, 2, 4 and 8 bytes. */
void strbuf_addle(strbuf_t *s, uint64_t value, int bytes);
/* Overwrites `bytes` bytes at `at`, which must be inside the buffer. */
void strbuf_setle(strbuf_t *s, size_t at, uint64_t value, int bytes);
/* Zero bytes until len is a multiple of `align`. */
void strbuf_align(strbuf_t *s, size_t align);

#endif
