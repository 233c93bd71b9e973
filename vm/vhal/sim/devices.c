/* SPDX-License-Identifier: MIT */
/*
 * devices.c -- makes the devices that a scene puts on I2C and SPI buses.
 */
#include "devices.h"

#include "i2c.h"
#include "report.h"
#include "script_device.h"
#include "spi.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const i2c_model_t *const i2c_models[] = {
    &tmp102_model, &lm75_model,        &at24c32_model,    &ds3231_model,
    &ds1307_model, &ssd1306_i2c_model, &script_i2c_model, NULL,
};
static const spi_model_t *const spi_models[] = {
    &w25q16_model,
    &ssd1306_spi_model,
    &script_spi_model,
    NULL,
};

/* The device that i2c-transfer and spi-transfer lines belong to. */
static script_t *script;

static void end(void)
{
    i2c_end();
    spi_end();
    report_print();
}

static void end_once(void)
{
    static bool asked;
    if (!asked) {
        asked = true;
        sim_at_end(end);
    }
}

static const char *name_of(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
static const char *name_of(const char *fmt, ...)
{
    char name[64];
    va_list ap;
    va_start(ap, fmt);
    vsnprintf(name, sizeof name, fmt, ap);
    va_end(ap);
    return sim_strdup(name);
}

/* ---- I2C ---- */

static const i2c_model_t *i2c_model(const char *name)
{
    for (int i = 0; name && i2c_models[i]; i++) {
        if (strcmp(i2c_models[i]->name, name) == 0) {
            return i2c_models[i];
        }
    }
    sim_fail("no I2C device model '%s'", name ? name : "");
    return NULL;
}

static void add_i2c(sim_args_t *args)
{
    uint32_t bus = (uint32_t)sim_arg_whole(args, "bus", 0);
    const i2c_model_t *model = i2c_model(sim_arg(args, "model"));
    uint8_t address =
        (uint8_t)sim_arg_whole(args, "address", model ? model->address : 0);
    script = NULL;
    if (!model || bus >= PERIPHERAL_NUM(i2c)) {
        sim_fail("no I2C bus %u", (unsigned)bus);
        return;
    }
    const char *name = name_of("i2c %u, device 0x%02x", (unsigned)bus, address);
    i2c_device_t *d = model->create(args, name);
    if (d) {
        d->bus = (uint8_t)bus;
        d->address = address;
        script = script_of_i2c(d);
        if (!i2c_attach(bus, d)) {
            sim_fail("%s: the address is taken", name);
        }
    }
    end_once();
}

/* ---- SPI ---- */

static const spi_model_t *spi_model(const char *name)
{
    for (int i = 0; name && spi_models[i]; i++) {
        if (strcmp(spi_models[i]->name, name) == 0) {
            return spi_models[i];
        }
    }
    sim_fail("no SPI device model '%s'", name ? name : "");
    return NULL;
}

static void add_spi(sim_args_t *args)
{
    uint32_t bus = (uint32_t)sim_arg_whole(args, "bus", 0);
    const spi_model_t *model = spi_model(sim_arg(args, "model"));
    int select = sim_arg_pin(args, "select");
    script = NULL;
    if (!model || bus >= PERIPHERAL_NUM(spi) || select < 0) {
        sim_fail("no SPI bus %u, or no pin 'select'", (unsigned)bus);
        return;
    }
    spi_device_t *d =
        model->create(args, name_of("spi %u, select D%d", (unsigned)bus, select));
    if (d) {
        d->bus = (uint8_t)bus;
        script = script_of_spi(d);
        spi_attach(bus, d, select);
    }
    end_once();
}

/* ---- scripts ---- */

static void add_transfer(sim_args_t *args)
{
    if (script) {
        script_add(script, args);
    } else {
        sim_fail("a transfer without a scripted device before it");
    }
}

const sim_statement_t devices_statements[] = {
    {"i2c", add_i2c},
    {"i2c-transfer", add_transfer},
    {"spi", add_spi},
    {"spi-transfer", add_transfer},
    {0},
};
