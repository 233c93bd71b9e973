/* SPDX-License-Identifier: MIT */
/*
 * ssd1306_device.c -- the display on an I2C or SPI bus, and where its picture goes when
 * the program is over.
 */
#include "device.h"
#include "oled.h"
#include "ssd1306.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

/* Of an I2C control byte. */
enum { CO = 0x80, DC = 0x40 };
enum { STATUS_OFF = 0x40, FLOATING = 0xFF };

typedef struct panel {
    ssd1306_t chip;
    sim_watch_t reset;
    const char *name, *png, *terminal; /* NULL: none, not there, nowhere */
} panel_t;

typedef struct panel_i2c {
    i2c_device_t base;
    panel_t panel;
    uint8_t control;
    bool controlled; /* the control byte has come … */
} panel_i2c_t;

typedef struct panel_spi {
    spi_device_t base;
    panel_t panel;
    int dc;
} panel_spi_t;

/* ---- the panel ---- */

static void reset_changed(sim_watch_t *w, int level)
{
    panel_t *p = (panel_t *)((char *)w - offsetof(panel_t, reset));
    if (!level) {
        ssd1306_reset(&p->chip);
    }
}

static void init_panel(panel_t *p, sim_args_t *args, const char *name)
{
    int reset = sim_arg_pin(args, "reset");
    p->name = name;
    p->png = sim_arg(args, "png");
    p->terminal = sim_arg(args, "terminal");
    ssd1306_reset(&p->chip);
    if (reset >= 0) {
        p->reset.changed = reset_changed;
        sim_watch_add(&p->reset, reset);
    }
}

static void print(const char *text, size_t length)
{
    for (ssize_t n; length > 0; text += n, length -= (size_t)n) {
        n = write(STDOUT_FILENO, text, length);
        if (n <= 0) {
            return;
        }
    }
}

static void draw(const panel_t *p, const oled_t *picture)
{
    static char text[OLED_TEXT];
    if (strcmp(p->terminal, "braille") == 0) {
        print(text, oled_braille(picture, text));
    } else {
        print(text, oled_blocks(picture, text));
    }
}

static void end_panel(panel_t *p, uint64_t now)
{
    static oled_t picture;
    ssd1306_show(&p->chip, now, &picture);
    if (p->png && !oled_write_png(&picture, p->png)) {
        sim_report("%s: cannot write '%s': %s", p->name, p->png, strerror(errno));
    }
    if (p->terminal) {
        draw(p, &picture);
    }
}

/* ---- I2C: a control byte says what follows ---- */

static bool i2c_start(i2c_device_t *d, bool read)
{
    (void)read;
    ((panel_i2c_t *)d)->controlled = false;
    return true;
}

static bool i2c_write(i2c_device_t *d, uint8_t byte)
{
    panel_i2c_t *p = (panel_i2c_t *)d;
    if (!p->controlled) {
        p->control = byte;
        p->controlled = true;
        return true;
    }
    if (p->control & DC) {
        ssd1306_data(&p->panel.chip, byte);
    } else {
        ssd1306_command(&p->panel.chip, byte, d->now);
    }
    p->controlled = !(p->control & CO); /* … and is good for more than one */
    return true;
}

static uint8_t i2c_read(i2c_device_t *d)
{
    return ((panel_i2c_t *)d)->panel.chip.on ? 0 : STATUS_OFF;
}

static void i2c_finish(i2c_device_t *d)
{
    end_panel(&((panel_i2c_t *)d)->panel, d->now);
}

static i2c_device_t *create_i2c(sim_args_t *args, const char *name)
{
    panel_i2c_t *p = sim_alloc(sizeof *p);
    p->base.model = &ssd1306_i2c_model;
    init_panel(&p->panel, args, name);
    return &p->base;
}

const i2c_model_t ssd1306_i2c_model = {
    .name = "ssd1306",
    .address = 0x3C,
    .create = create_i2c,
    .start = i2c_start,
    .write = i2c_write,
    .read = i2c_read,
    .end = i2c_finish,
};

/* ---- SPI: a pin says what it is ---- */

static void spi_select(spi_device_t *d, bool on)
{
    (void)d;
    (void)on;
}

static uint8_t spi_exchange(spi_device_t *d, uint8_t in)
{
    panel_spi_t *p = (panel_spi_t *)d;
    if (sim_pin_level(p->dc)) {
        ssd1306_data(&p->panel.chip, in);
    } else {
        ssd1306_command(&p->panel.chip, in, d->now);
    }
    return FLOATING;
}

static void spi_finish(spi_device_t *d)
{
    end_panel(&((panel_spi_t *)d)->panel, d->now);
}

static spi_device_t *create_spi(sim_args_t *args, const char *name)
{
    panel_spi_t *p = sim_alloc(sizeof *p);
    p->base.model = &ssd1306_spi_model;
    p->dc = sim_arg_pin(args, "dc");
    init_panel(&p->panel, args, name);
    if (p->dc < 0) {
        sim_fail("%s: the display needs a pin 'dc'", name);
        return NULL;
    }
    return &p->base;
}

const spi_model_t ssd1306_spi_model = {
    .name = "ssd1306",
    .modes = 1 << SPI_MODE_LOW_FIRST | 1 << SPI_MODE_HIGH_SECOND,
    .create = create_spi,
    .select = spi_select,
    .exchange = spi_exchange,
    .end = spi_finish,
};
