/* SPDX-License-Identifier: MIT */
/*
 * ssd1306.h -- the SSD1306 display controller, apart from the bus that it hangs on.
 */
#ifndef SIM_SSD1306_H
#define SIM_SSD1306_H

#include "oled.h"

#include <stdbool.h>
#include <stdint.h>

enum { SSD1306_PAGES = OLED_HEIGHT / 8 };

typedef struct ssd1306 {
    uint8_t ram[SSD1306_PAGES][OLED_WIDTH]; /* by segment; bit 0 is the upper row */
    uint8_t command, wanted, have;          /* a command whose parameters are coming */
    uint8_t parameters[6];
    uint8_t mode; /* 0: along a page, then the next; 1: down the pages; 2: one page */
    uint8_t column, first_column, last_column;
    uint8_t page, first_page, last_page;
    uint8_t start_line, offset, rows, contrast;
    bool on, inverted, all_on, segments_reversed, rows_reversed;
    uint8_t scroll_step, scroll_rows;  /* frames a step; rows a step */
    uint8_t scroll_first, scroll_last; /* pages */
    bool scroll_left, scrolling;
    uint64_t scroll_since;
} ssd1306_t;

/* The state after RES#; the RAM keeps what it has. */
void ssd1306_reset(ssd1306_t *s);
/* A byte with D/C# low, and one with D/C# high. `now` in ns. */
void ssd1306_command(ssd1306_t *s, uint8_t byte, uint64_t now);
void ssd1306_data(ssd1306_t *s, uint8_t byte);
/* What the glass shows, as on a usual module: upright after commands A1 and C8. */
void ssd1306_show(const ssd1306_t *s, uint64_t now, oled_t *picture);

#endif
