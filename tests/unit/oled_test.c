/* SPDX-License-Identifier: MIT */
/* oled_test.c -- the SSD1306's commands and what its glass shows; PNG and terminal. */
/* parts: vm/vhal/sim vm/vosal/kernel */
/* include: sdk/include vm/vhal/sim */
#include "oled.h"
#include "ssd1306.h"
#include "tap.h"

#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>

static ssd1306_t chip;
static oled_t picture;

static void commands(int n, ...)
{
    va_list list;
    va_start(list, n);
    for (int i = 0; i < n; i++) {
        ssd1306_command(&chip, (uint8_t)va_arg(list, int), 0);
    }
    va_end(list);
}

/* A display as drivers set it up: upright, on, horizontal addressing. */
static void set_up(void)
{
    memset(&chip, 0, sizeof chip);
    ssd1306_reset(&chip);
    commands(5, 0xA1, 0xC8, 0x20, 0x00, 0xAF);
}

static int lit(int x, int y)
{
    ssd1306_show(&chip, 0, &picture);
    return picture.grey[y][x] != 0;
}

static int count(void)
{
    int n = 0;
    ssd1306_show(&chip, 0, &picture);
    for (int i = 0; i < OLED_WIDTH * OLED_HEIGHT; i++) {
        n += picture.grey[i / OLED_WIDTH][i % OLED_WIDTH] != 0;
    }
    return n;
}

TEST(the_first_byte_is_the_upper_left_column)
{
    set_up();
    ssd1306_data(&chip, 0x81);
    CHECK_INT(count(), 2);
    CHECK(lit(0, 0));
    CHECK(lit(0, 7));
}

TEST(horizontal_addressing_goes_on_in_the_next_page)
{
    set_up();
    for (int i = 0; i < 129; i++) {
        ssd1306_data(&chip, i == 128);
    }
    CHECK_INT(count(), 1);
    CHECK(lit(0, 8));
}

TEST(a_window_of_columns_and_pages)
{
    set_up();
    commands(6, 0x21, 10, 11, 0x22, 2, 3);
    for (int i = 0; i < 5; i++) {
        ssd1306_data(&chip, (uint8_t)(1 << i));
    }
    CHECK_INT(count(), 4); /* the fifth byte took the place of the first */
    CHECK(lit(10, 16 + 4));
    CHECK(lit(11, 16 + 1));
    CHECK(lit(10, 24 + 2));
    CHECK(lit(11, 24 + 3));
}

TEST(vertical_addressing_goes_down_first)
{
    set_up();
    commands(2, 0x20, 0x01);
    for (int i = 0; i < 9; i++) {
        ssd1306_data(&chip, 1);
    }
    CHECK_INT(count(), 9);
    CHECK(lit(0, 56));
    CHECK(lit(1, 0));
}

TEST(page_addressing_stays_in_its_page)
{
    set_up();
    commands(5, 0x20, 0x02, 0xB3, 0x0F, 0x17);
    ssd1306_data(&chip, 1);
    ssd1306_data(&chip, 2); /* behind column 127 */
    CHECK(lit(127, 24));
    CHECK(lit(0, 25));
}

TEST(without_remapping_it_stands_on_its_head)
{
    set_up();
    commands(2, 0xA0, 0xC0);
    ssd1306_data(&chip, 1);
    CHECK(lit(127, 63));
}

TEST(inversion_all_on_and_off)
{
    set_up();
    ssd1306_data(&chip, 1);
    commands(1, 0xA7);
    CHECK_INT(count(), 8191);
    commands(2, 0xA6, 0xA5);
    CHECK_INT(count(), 8192);
    commands(2, 0xA4, 0xAE);
    CHECK_INT(count(), 0);
}

TEST(contrast_is_brightness)
{
    set_up();
    ssd1306_data(&chip, 1);
    commands(2, 0x81, 0xFF);
    CHECK(lit(0, 0));
    CHECK_INT(picture.grey[0][0], 255);
    commands(2, 0x81, 0x00);
    CHECK(lit(0, 0));
    CHECK_INT(picture.grey[0][0], 128);
}

TEST(start_line_offset_and_rows)
{
    set_up();
    ssd1306_data(&chip, 1);
    commands(1, 0x40 | 60);
    CHECK(lit(0, 4));
    commands(3, 0x40, 0xD3, 60);
    CHECK(lit(0, 4));
    commands(4, 0xD3, 0, 0xA8, 31);
    CHECK(lit(0, 32)); /* of 32 rows the first is the last driven */
    CHECK_INT(count(), 1);
}

TEST(horizontal_scrolling_takes_time)
{
    set_up();
    ssd1306_data(&chip, 1);
    commands(8, 0x26, 0, 0, 7, 7, 0, 0xFF, 0x2F); /* right, every 2 frames */
    ssd1306_show(&chip, 1000000000, &picture);
    CHECK(picture.grey[0][53]);
    ssd1306_command(&chip, 0x2E, 2000000000);
    CHECK(lit(107, 0));
}

TEST(a_reset_keeps_the_memory)
{
    set_up();
    ssd1306_data(&chip, 1);
    ssd1306_reset(&chip);
    CHECK_INT(count(), 0);
    commands(3, 0xA1, 0xC8, 0xAF);
    CHECK(lit(0, 0));
}

TEST(blocks_and_braille)
{
    static char text[OLED_TEXT];
    set_up();
    ssd1306_data(&chip, 0x01);
    ssd1306_data(&chip, 0x02);
    ssd1306_data(&chip, 0x03);
    ssd1306_show(&chip, 0, &picture);
    CHECK_INT(oled_blocks(&picture, text), 32 * 129 + 3 * 2);
    CHECK(memcmp(text, "\xE2\x96\x80\xE2\x96\x84\xE2\x96\x88 ", 10) == 0);
    CHECK_INT(oled_braille(&picture, text), 16 * (64 * 3 + 1));
    CHECK(memcmp(text, "\xE2\xA0\x91\xE2\xA0\x83", 6) == 0);
}

/* Decoded by python's zlib: width, height, type, and the sum of all that is not dark.
 */
TEST(png_is_what_others_read)
{
    char path[] = "/tmp/oled_test.XXXXXX", command[768];
    int fd = mkstemp(path);
    CHECK(fd >= 0);
    close(fd);
    set_up();
    commands(2, 0x81, 0xFF);
    ssd1306_data(&chip, 0x81);
    ssd1306_show(&chip, 0, &picture);
    CHECK(oled_write_png(&picture, path));
    snprintf(
        command, sizeof command,
        "python3 -c 'import struct, zlib\n"
        "d = open(\"%s\", \"rb\").read(); at = 8; rows = b\"\"\n"
        "assert d[:8] == b\"\\x89PNG\\r\\n\\x1a\\n\"\n"
        "while at < len(d):\n"
        "    n, = struct.unpack(\">I\", d[at:at + 4]); body = d[at + 4:at + 8 + n]\n"
        "    assert zlib.crc32(body) == struct.unpack(\">I\", d[at + 8 + n:at + 12 + "
        "n])[0]\n"
        "    if body[:4] == b\"IHDR\": head = struct.unpack(\">IIBBBBB\", body[4:])\n"
        "    if body[:4] == b\"IDAT\": rows = zlib.decompress(body[4:])\n"
        "    at += 12 + n\n"
        "assert head == (128, 64, 8, 0, 0, 0, 0)\n"
        "assert len(rows) == 64 * 129 and sum(rows) == 510\n"
        "assert rows[1] == 255 and rows[7 * 129 + 1] == 255'",
        path);
    int status = system(command);
    unlink(path);
    CHECK_INT(status, 0);
}

TAP_MAIN
