/* SPDX-License-Identifier: MIT */
/*
 * oled.c -- writes the picture of a display.
 */
#include "oled.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { LINE = OLED_WIDTH + 1, LINES = OLED_HEIGHT * LINE, PNG_ROOM = LINES + 96 };

/* ---- PNG: the lines are stored, not packed; that needs no library and 8 KB ---- */

static uint8_t *put32(uint8_t *at, uint32_t n)
{
    for (int shift = 24; shift >= 0; shift -= 8) {
        *at++ = (uint8_t)(n >> shift);
    }
    return at;
}

static uint32_t crc_of(const uint8_t *data, size_t size)
{
    uint32_t crc = UINT32_MAX;
    for (size_t i = 0; i < size; i++) {
        crc ^= data[i];
        for (int bit = 0; bit < 8; bit++) {
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
        }
    }
    return ~crc;
}

static uint32_t adler_of(const uint8_t *data, size_t size)
{
    uint32_t a = 1, b = 0;
    for (size_t i = 0; i < size; i++) {
        a = (a + data[i]) % 65521;
        b = (b + a) % 65521;
    }
    return b << 16 | a;
}

/* Length, type, data, and the check sum of type and data. */
static uint8_t *put_chunk(uint8_t *at, const char *type, const uint8_t *data,
                          uint32_t size)
{
    at = put32(at, size);
    memcpy(at, type, 4);
    if (size) {
        memcpy(at + 4, data, size);
    }
    return put32(at + 4 + size, crc_of(at, 4 + size));
}

/* A zlib stream of one stored block; each line begins with its filter: none. */
static uint32_t put_lines(const oled_t *o, uint8_t *out)
{
    static const uint8_t head[] = {
        0x78, 0x01, 1, LINES & 255, LINES >> 8, ~LINES & 255, (~LINES >> 8) & 255};
    uint8_t *at = out + sizeof head;
    memcpy(out, head, sizeof head);
    for (int y = 0; y < OLED_HEIGHT; y++) {
        at[y * LINE] = 0;
        memcpy(at + y * LINE + 1, o->grey[y], OLED_WIDTH);
    }
    return (uint32_t)(put32(at + LINES, adler_of(at, LINES)) - out);
}

static size_t make_png(const oled_t *o, uint8_t *png)
{
    static const uint8_t signature[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    static uint8_t lines[LINES + 16];
    /* width, height, 8 bits, grey, deflate, no filters, not interlaced */
    uint8_t header[13] = {0, 0, 0, OLED_WIDTH, 0, 0, 0, OLED_HEIGHT, 8, 0, 0, 0, 0};
    uint8_t *at = png;
    memcpy(at, signature, sizeof signature);
    at = put_chunk(at + sizeof signature, "IHDR", header, sizeof header);
    at = put_chunk(at, "IDAT", lines, put_lines(o, lines));
    at = put_chunk(at, "IEND", NULL, 0);
    return (size_t)(at - png);
}

bool oled_write_png(const oled_t *o, const char *path)
{
    static uint8_t png[PNG_ROOM];
    size_t size = make_png(o, png);
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (fd < 0) {
        return false;
    }
    bool good = write(fd, png, size) == (ssize_t)size;
    return close(fd) == 0 && good;
}

/* ---- text ---- */

/* A code point from U+0800 to U+FFFF. */
static char *put_utf8(char *at, unsigned code)
{
    *at++ = (char)(0xE0 | code >> 12);
    *at++ = (char)(0x80 | (code >> 6 & 0x3F));
    *at++ = (char)(0x80 | (code & 0x3F));
    return at;
}

size_t oled_blocks(const oled_t *o, char text[OLED_TEXT])
{
    enum { UPPER = 0x2580, LOWER = 0x2584, FULL = 0x2588 };
    char *at = text;
    for (int y = 0; y < OLED_HEIGHT; y += 2) {
        for (int x = 0; x < OLED_WIDTH; x++) {
            bool upper = o->grey[y][x], lower = o->grey[y + 1][x];
            if (upper || lower) {
                at = put_utf8(at, !lower ? UPPER : !upper ? LOWER : FULL);
            } else {
                *at++ = ' ';
            }
        }
        *at++ = '\n';
    }
    *at = 0;
    return (size_t)(at - text);
}

size_t oled_braille(const oled_t *o, char text[OLED_TEXT])
{
    /* the bits of U+2800 in the order of rows of two dots */
    static const uint8_t dots[4][2] = {{0, 3}, {1, 4}, {2, 5}, {6, 7}};
    char *at = text;
    for (int y = 0; y < OLED_HEIGHT; y += 4) {
        for (int x = 0; x < OLED_WIDTH; x += 2) {
            unsigned bits = 0;
            for (int i = 0; i < 8; i++) {
                bits |= (o->grey[y + i / 2][x + i % 2] != 0) << dots[i / 2][i % 2];
            }
            at = put_utf8(at, 0x2800 + bits);
        }
        *at++ = '\n';
    }
    *at = 0;
    return (size_t)(at - text);
}
