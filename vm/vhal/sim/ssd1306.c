/* SPDX-License-Identifier: MIT */
/*
 * ssd1306.c -- commands and memory of the SSD1306 display controller.
 *
 * A segment's data is stored where it will be shown, so that reversing the segments
 * changes what is written afterwards only, as on the chip. The rows' order counts when
 * the picture is made.
 */
#include "ssd1306.h"

#include "device.h"

#include <string.h>

enum { MODE_HORIZONTAL, MODE_VERTICAL, MODE_PAGE };
/* Frames a second with the clock as it is after a reset: 370 kHz / (54 * 64). */
enum { FRAMES_PER_SECOND = 107 };

void ssd1306_reset(ssd1306_t *s)
{
    ssd1306_t after = {
        .mode = MODE_PAGE,
        .last_column = OLED_WIDTH - 1,
        .last_page = SSD1306_PAGES - 1,
        .rows = OLED_HEIGHT,
        .contrast = 0x7F,
    };
    memcpy(after.ram, s->ram, sizeof after.ram);
    *s = after;
}

/* ---- scrolling ---- */

static void scroll_page(uint8_t *page, unsigned steps, bool left)
{
    uint8_t old[OLED_WIDTH];
    memcpy(old, page, sizeof old);
    for (unsigned x = 0; x < OLED_WIDTH; x++) {
        /* seen from the front, segment 127 is at the left */
        page[(left ? x + steps : x + OLED_WIDTH - steps) % OLED_WIDTH] = old[x];
    }
}

static unsigned steps_of(const ssd1306_t *s, uint64_t now)
{
    static const uint16_t frames[] = {5, 64, 128, 256, 3, 4, 25, 2};
    if (!s->scrolling || now < s->scroll_since) {
        return 0;
    }
    return (unsigned)((now - s->scroll_since) / DEVICE_MS * FRAMES_PER_SECOND / 1000 /
                      frames[s->scroll_step & 7]);
}

static void scroll_ram(ssd1306_t *s, unsigned steps)
{
    for (int p = s->scroll_first; p <= s->scroll_last; p++) {
        scroll_page(s->ram[p], steps % OLED_WIDTH, s->scroll_left);
    }
}

static void set_scroll(ssd1306_t *s, const uint8_t *p, bool left, uint8_t rows)
{
    s->scroll_left = left;
    s->scroll_rows = rows;
    s->scroll_first = p[1] & 7;
    s->scroll_step = p[2] & 7;
    s->scroll_last = p[3] & 7;
}

static void stop_scroll(ssd1306_t *s, uint64_t now)
{
    scroll_ram(s, steps_of(s, now));
    s->scrolling = false;
}

/* ---- commands with parameters ---- */

static void set_mode(ssd1306_t *s, const uint8_t *p)
{
    s->mode = (p[0] & 3) == 3 ? MODE_PAGE : p[0] & 3;
}

static void set_columns(ssd1306_t *s, const uint8_t *p)
{
    s->first_column = s->column = p[0] & 0x7F;
    s->last_column = p[1] & 0x7F;
}

static void set_pages(ssd1306_t *s, const uint8_t *p)
{
    s->first_page = s->page = p[0] & 7;
    s->last_page = p[1] & 7;
}

static void scroll_right(ssd1306_t *s, const uint8_t *p)
{
    set_scroll(s, p, false, 0);
}

static void scroll_left(ssd1306_t *s, const uint8_t *p)
{
    set_scroll(s, p, true, 0);
}

static void scroll_right_up(ssd1306_t *s, const uint8_t *p)
{
    set_scroll(s, p, false, p[4] & 0x3F);
}

static void scroll_left_up(ssd1306_t *s, const uint8_t *p)
{
    set_scroll(s, p, true, p[4] & 0x3F);
}

static void set_contrast(ssd1306_t *s, const uint8_t *p)
{
    s->contrast = p[0];
}

static void set_rows(ssd1306_t *s, const uint8_t *p)
{
    if ((p[0] & 0x3F) >= 15) {
        s->rows = (p[0] & 0x3F) + 1;
    }
}

static void set_offset(ssd1306_t *s, const uint8_t *p)
{
    s->offset = p[0] & 0x3F;
}

/* What is electrical shows nothing here. */
static const struct command {
    uint8_t code, parameters;
    void (*run)(ssd1306_t *s, const uint8_t *p);
} commands[] = {
    {0x20, 1, set_mode},       {0x21, 2, set_columns},  {0x22, 2, set_pages},
    {0x26, 6, scroll_right},   {0x27, 6, scroll_left},  {0x29, 5, scroll_right_up},
    {0x2A, 5, scroll_left_up}, {0x81, 1, set_contrast}, {0x8D, 1, NULL},
    {0xA3, 2, NULL},           {0xA8, 1, set_rows},     {0xD3, 1, set_offset},
    {0xD5, 1, NULL},           {0xD9, 1, NULL},         {0xDA, 1, NULL},
    {0xDB, 1, NULL},
};

static const struct command *find(uint8_t code)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        if (commands[i].code == code) {
            return &commands[i];
        }
    }
    return NULL;
}

/* ---- commands of one byte ---- */

static void run_switch(ssd1306_t *s, uint8_t byte, uint64_t now)
{
    switch (byte) {
    case 0x2E:
        stop_scroll(s, now);
        break;
    case 0x2F:
        s->scrolling = true;
        s->scroll_since = now;
        break;
    case 0xA0:
    case 0xA1:
        s->segments_reversed = byte & 1;
        break;
    case 0xA4:
    case 0xA5:
        s->all_on = byte & 1;
        break;
    case 0xA6:
    case 0xA7:
        s->inverted = byte & 1;
        break;
    case 0xAE:
    case 0xAF:
        s->on = byte & 1;
        break;
    }
}

static void run_short(ssd1306_t *s, uint8_t byte, uint64_t now)
{
    if (byte < 0x10) {
        s->column = (s->column & 0x70) | byte;
    } else if (byte < 0x20) {
        s->column = (uint8_t)((s->column & 0x0F) | (byte & 7) << 4);
    } else if (byte >= 0x40 && byte < 0x80) {
        s->start_line = byte & 0x3F;
    } else if (byte >= 0xB0 && byte < 0xB8) {
        s->page = byte & 7;
    } else if (byte >= 0xC0 && byte < 0xD0) {
        s->rows_reversed = byte & 8;
    } else {
        run_switch(s, byte, now);
    }
}

void ssd1306_command(ssd1306_t *s, uint8_t byte, uint64_t now)
{
    const struct command *c = find(s->wanted ? s->command : byte);
    if (!s->wanted && c) {
        s->command = byte;
        s->wanted = c->parameters;
        s->have = 0;
    } else if (!s->wanted) {
        run_short(s, byte, now);
    } else {
        s->parameters[s->have++] = byte;
        if (s->have == s->wanted) {
            s->wanted = 0;
            if (c->run) {
                c->run(s, s->parameters);
            }
        }
    }
}

/* ---- memory ---- */

/* True: it was the last one, and is the first again. */
static bool advance(uint8_t *at, uint8_t first, uint8_t last, uint8_t size)
{
    bool wraps = *at == last;
    *at = wraps ? first : (uint8_t)((*at + 1) % size);
    return wraps;
}

void ssd1306_data(ssd1306_t *s, uint8_t byte)
{
    int segment = s->segments_reversed ? OLED_WIDTH - 1 - s->column : s->column;
    s->ram[s->page][segment] = byte;
    if (s->mode == MODE_PAGE) {
        s->column = (s->column + 1) % OLED_WIDTH;
    } else if (s->mode == MODE_HORIZONTAL) {
        if (advance(&s->column, s->first_column, s->last_column, OLED_WIDTH)) {
            advance(&s->page, s->first_page, s->last_page, SSD1306_PAGES);
        }
    } else if (advance(&s->page, s->first_page, s->last_page, SSD1306_PAGES)) {
        advance(&s->column, s->first_column, s->last_column, OLED_WIDTH);
    }
}

/* ---- the glass ---- */

static bool is_lit(const ssd1306_t *s, int x, int y, unsigned up)
{
    /* the module is mounted so that its last segment and row are at the upper left */
    int common = OLED_HEIGHT - 1 - y, segment = OLED_WIDTH - 1 - x;
    int scan = s->rows_reversed ? s->rows - 1 - common : common;
    if (!s->on || scan < 0 || scan >= s->rows) {
        return false;
    }
    unsigned row = (unsigned)(scan + s->start_line + s->offset) + up;
    bool bit = s->ram[row % OLED_HEIGHT / 8][segment] >> row % 8 & 1;
    return s->all_on || bit != s->inverted;
}

void ssd1306_show(const ssd1306_t *s, uint64_t now, oled_t *picture)
{
    ssd1306_t moved = *s;
    unsigned steps = steps_of(s, now);
    scroll_ram(&moved, s->scrolling ? steps : 0);
    for (int y = 0; y < OLED_HEIGHT; y++) {
        for (int x = 0; x < OLED_WIDTH; x++) {
            picture->grey[y][x] = is_lit(&moved, x, y, steps * s->scroll_rows)
                                      ? (uint8_t)(128 + s->contrast / 2)
                                      : 0;
        }
    }
}
