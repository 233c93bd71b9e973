/* SPDX-License-Identifier: MIT */
/*
 * oled.h -- the picture of a display: as a PNG file, as text for a terminal.
 */
#ifndef SIM_OLED_H
#define SIM_OLED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { OLED_WIDTH = 128, OLED_HEIGHT = 64 };

typedef struct oled {
    uint8_t grey[OLED_HEIGHT][OLED_WIDTH]; /* 0: dark */
} oled_t;

/* An 8-bit greyscale PNG, a pixel for a pixel. False: errno says why. */
bool oled_write_png(const oled_t *o, const char *path);

/* Room that the text of either kind needs. */
enum { OLED_TEXT = OLED_WIDTH * OLED_HEIGHT / 2 * 3 + OLED_HEIGHT + 1 };
/* 128 columns and 32 lines of half blocks; the length in bytes. */
size_t oled_blocks(const oled_t *o, char text[OLED_TEXT]);
/* 64 columns and 16 lines of braille dots. */
size_t oled_braille(const oled_t *o, char text[OLED_TEXT]);

#endif
