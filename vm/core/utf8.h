/* SPDX-License-Identifier: MIT */
/*
 * utf8.h -- code points in the bytes of a str.
 *
 * A byte that is not part of well-formed UTF-8 is one code point U+DC80 + b − 0x80 and
 * is written back raw, so any bytes survive. Surrogates other than those have their
 * three-byte form. Context: any.
 */
#ifndef CORE_UTF8_H
#define CORE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The code point at p (p < end) and, in *n, how many bytes it has. */
uint32_t utf8_decode(const uint8_t *p, const uint8_t *end, unsigned *n);
/* Writes a code point (0 … 0x10FFFF) at out[0 … 3]; returns how many bytes. */
unsigned utf8_encode(uint32_t code, uint8_t *out);
/* Code points in n bytes. */
uint32_t utf8_length(const uint8_t *p, size_t n);
/* Byte offset of code point `index`, n when there are not so many. */
size_t utf8_offset(const uint8_t *p, size_t n, uint32_t index);
/* No byte above 0x7F? */
bool utf8_is_ascii(const uint8_t *p, size_t n);

#endif
