/* SPDX-License-Identifier: MIT */
/*
 * script_device.c -- devices on I2C and SPI that play a script.
 */
#include "script_device.h"

enum { FLOATING = 0xFF }; /* MISO when nobody drives it */

typedef struct script_i2c {
    i2c_device_t base;
    script_t script;
} script_i2c_t;

typedef struct script_spi {
    spi_device_t base;
    script_t script;
} script_spi_t;

script_t *script_of_i2c(i2c_device_t *d)
{
    return d && d->model == &script_i2c_model ? &((script_i2c_t *)d)->script : NULL;
}

script_t *script_of_spi(spi_device_t *d)
{
    return d && d->model == &script_spi_model ? &((script_spi_t *)d)->script : NULL;
}

/* ---- I2C: a transfer is all from START to STOP ---- */

static bool i2c_start(i2c_device_t *d, bool read)
{
    script_t *s = &((script_i2c_t *)d)->script;
    (void)read;
    script_begin(s);
    return !s->now || !s->now->nack;
}

static bool i2c_write(i2c_device_t *d, uint8_t byte)
{
    script_t *s = &((script_i2c_t *)d)->script;
    script_wrote(s, s->now ? s->now->write : NULL, byte);
    return true;
}

static uint8_t i2c_read(i2c_device_t *d)
{
    script_t *s = &((script_i2c_t *)d)->script;
    return script_read(s, s->now ? s->now->read : NULL);
}

static void i2c_stop(i2c_device_t *d)
{
    script_finish(&((script_i2c_t *)d)->script);
}

/* Before the first byte only. */
static uint64_t i2c_stretch(i2c_device_t *d)
{
    const script_t *s = &((script_i2c_t *)d)->script;
    return s->now && s->wrote + s->read == 0 ? s->now->stretch : 0;
}

static void i2c_end(i2c_device_t *d)
{
    script_end(&((script_i2c_t *)d)->script);
}

static i2c_device_t *create_i2c(sim_args_t *args, const char *name)
{
    script_i2c_t *s = sim_alloc(sizeof *s);
    (void)args;
    s->base.model = &script_i2c_model;
    script_init(&s->script, name);
    return &s->base;
}

const i2c_model_t script_i2c_model = {
    .name = "script",
    .create = create_i2c,
    .start = i2c_start,
    .write = i2c_write,
    .read = i2c_read,
    .stop = i2c_stop,
    .stretch = i2c_stretch,
    .end = i2c_end,
};

/* ---- SPI: a transfer is all while the device is selected ---- */

static void spi_select(spi_device_t *d, bool on)
{
    if (!on) {
        script_finish(&((script_spi_t *)d)->script);
    }
}

/* First what is to be written, then what is read; or both at once. */
static uint8_t spi_exchange(spi_device_t *d, uint8_t in)
{
    script_t *s = &((script_spi_t *)d)->script;
    script_begin(s);
    const transfer_t *t = s->now;
    if (!t) {
        return FLOATING;
    }
    if (t->mosi || t->miso) {
        int out = script_byte(t->miso, s->wrote);
        script_wrote(s, t->mosi, in);
        return out < 0 ? FLOATING : (uint8_t)out;
    }
    if (script_byte(t->write, s->wrote) < 0 && t->read) {
        return script_read(s, t->read);
    }
    script_wrote(s, t->write, in);
    return FLOATING;
}

static void spi_end(spi_device_t *d)
{
    script_end(&((script_spi_t *)d)->script);
}

static spi_device_t *create_spi(sim_args_t *args, const char *name)
{
    script_spi_t *s = sim_alloc(sizeof *s);
    (void)args;
    s->base.model = &script_spi_model;
    script_init(&s->script, name);
    return &s->base;
}

const spi_model_t script_spi_model = {
    .name = "script",
    .create = create_spi,
    .select = spi_select,
    .exchange = spi_exchange,
    .end = spi_end,
};
