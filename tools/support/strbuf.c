/* SPDX-License-Identifier: MIT */
/*
 * strbuf.c -- a growable byte string.
 */
#include "strbuf.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What an empty buffer points to, so that starting one costs no allocation. Never
 * written. */
static char empty[1];

static void reserve(strbuf_t *s, size_t more)
{
    size_t need = s->len + more + 1;
    if (need <= s->cap) {
        return;
    }
    size_t cap = s->cap ? s->cap : 64;
    while (cap < need) {
        cap *= 2;
    }
    char *data = realloc(s->cap ? s->data : NULL, cap);
    if (!data) {
        fputs("error: out of memory\n", stderr);
        exit(70);
    }
    s->data = data;
    s->cap = cap;
}

void strbuf_init(strbuf_t *s)
{
    *s = (strbuf_t){.data = empty};
}

void strbuf_free(strbuf_t *s)
{
    if (s->cap) {
        free(s->data);
    }
    strbuf_init(s);
}

void strbuf_clear(strbuf_t *s)
{
    s->len = 0;
    if (s->cap) {
        s->data[0] = 0;
    }
}

void strbuf_add(strbuf_t *s, const void *bytes, size_t len)
{
    if (!len) {
        return;
    }
    reserve(s, len);
    memcpy(s->data + s->len, bytes, len);
    s->len += len;
    s->data[s->len] = 0;
}

void strbuf_adds(strbuf_t *s, const char *text)
{
    strbuf_add(s, text, strlen(text));
}

void strbuf_addc(strbuf_t *s, char c)
{
    strbuf_add(s, &c, 1);
}

void strbuf_vaddf(strbuf_t *s, const char *fmt, va_list ap)
{
    va_list again;
    va_copy(again, ap);
    int len = vsnprintf(NULL, 0, fmt, ap);
    if (len > 0) {
        reserve(s, (size_t)len);
        vsnprintf(s->data + s->len, (size_t)len + 1, fmt, again);
        s->len += (size_t)len;
    }
    va_end(again);
}

void strbuf_addf(strbuf_t *s, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    strbuf_vaddf(s, fmt, ap);
    va_end(ap);
}

static void put_le(unsigned char *at, uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; i++) {
        at[i] = (unsigned char)(value >> (8 * i));
    }
}

void strbuf_addle(strbuf_t *s, uint64_t value, int bytes)
{
    unsigned char le[8];
    assert(bytes > 0 && bytes <= 8);
    put_le(le, value, bytes);
    strbuf_add(s, le, (size_t)bytes);
}

void strbuf_setle(strbuf_t *s, size_t at, uint64_t value, int bytes)
{
    assert(at + (size_t)bytes <= s->len);
    put_le((unsigned char *)s->data + at, value, bytes);
}

void strbuf_align(strbuf_t *s, size_t align)
{
    static const char zeros[64];
    size_t pad = (align - s->len % align) % align;
    while (pad) {
        size_t step = pad < sizeof zeros ? pad : sizeof zeros;
        strbuf_add(s, zeros, step);
        pad -= step;
    }
}
