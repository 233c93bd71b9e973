/* SPDX-License-Identifier: MIT */
/* utf8.c -- code points in the bytes of a str. */
#include "utf8.h"
#include <string.h>

#define ESCAPE_FIRST 0xDC80u
#define ESCAPE_LAST 0xDCFFu

static bool is_tail(uint8_t b)
{
    return (b & 0xC0) == 0x80;
}

uint32_t utf8_decode(const uint8_t *p, const uint8_t *end, unsigned *n)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    uint32_t b = *p;
    *n = 1;
    if (b < 0x80) {
        return b;
    }
    unsigned size = b < 0xC2 ? 0 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : b < 0xF5 ? 4 : 0;
    if (size == 0 || (size_t)(end - p) < size) {
        return 0xDC00u + b;
    }
    uint32_t code = b & (0x7Fu >> size);
    for (unsigned i = 1; i < size; i++) {
        if (!is_tail(p[i])) {
            return 0xDC00u + b;
        }
        code = code << 6 | (p[i] & 0x3F);
    }
    if (code < least[size] || code > 0x10FFFF ||
        (code >= ESCAPE_FIRST && code <= ESCAPE_LAST)) {
        return 0xDC00u + b;
    }
    *n = size;
    return code;
}

unsigned utf8_encode(uint32_t code, uint8_t *out)
{
    if (code < 0x80) {
        out[0] = (uint8_t)code;
        return 1;
    }
    if (code >= ESCAPE_FIRST && code <= ESCAPE_LAST) {
        out[0] = (uint8_t)(code - 0xDC00);
        return 1;
    }
    unsigned size = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (unsigned i = size - 1; i > 0; i--) {
        out[i] = (uint8_t)(0x80 | (code & 0x3F));
        code >>= 6;
    }
    out[0] = (uint8_t)((0xF00u >> size) | code);
    return size;
}

uint32_t utf8_length(const uint8_t *p, size_t n)
{
    const uint8_t *end = p + n;
    uint32_t count = 0;
    while (p < end) {
        unsigned size;
        utf8_decode(p, end, &size);
        p += size;
        count++;
    }
    return count;
}

size_t utf8_offset(const uint8_t *p, size_t n, uint32_t index)
{
    const uint8_t *start = p, *end = p + n;
    while (index-- > 0 && p < end) {
        unsigned size;
        utf8_decode(p, end, &size);
        p += size;
    }
    return (size_t)(p - start);
}

bool utf8_is_ascii(const uint8_t *p, size_t n)
{
    size_t i = 0;
    for (; i + sizeof(size_t) <= n; i += sizeof(size_t)) {
        size_t word;
        memcpy(&word, p + i, sizeof word);
        if (word & ((size_t)-1 / 0xFF * 0x80)) {
            return false;
        }
    }
    for (; i < n; i++) {
        if (p[i] & 0x80) {
            return false;
        }
    }
    return true;
}
