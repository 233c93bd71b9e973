/* SPDX-License-Identifier: MIT */
/*
 * devices.c -- the devices on I2C and SPI buses, a table of keys for each model.
 */
#include "parts.h"

#include <string.h>

enum { ADDRESS_FIRST = 0x08, ADDRESS_LAST = 0x77 }; /* the rest is reserved */

#define ADDRESS(...)                                                                   \
    FIELD("address", KEY_WHOLE, .least = ADDRESS_FIRST, .most = ADDRESS_LAST,          \
          ##__VA_ARGS__)
#define CELSIUS FIELD("temperature", KEY_SIGNAL, .least = -55, .most = 150)
#define SELECT FIELD("select", KEY_PIN, .needed = true)

static const field_t thermometer[] = {
    ADDRESS(),
    CELSIUS,
    FIELD("alert", KEY_PIN),
    {0},
};
static const field_t at24c32[] = {
    ADDRESS(),
    FIELD("file", KEY_FILE),
    {0},
};
static const field_t ds3231[] = {
    ADDRESS(), FIELD("start", KEY_DATE), CELSIUS, FIELD("sqw", KEY_PIN), {0},
};
static const field_t ds1307[] = {
    ADDRESS(),
    FIELD("start", KEY_DATE),
    FIELD("sqw", KEY_PIN),
    {0},
};
static void add_terminal(scene_t *s, const at_t *at)
{
    static const char *const ways[] = {"blocks", "braille", NULL};
    int which = check_choice(s, at, DIAG_sim_value, "way to draw", ways);
    if (which >= 0) {
        strbuf_addf(s->out, " terminal %s", ways[which]);
    }
}

static const field_t ssd1306_i2c[] = {
    ADDRESS(),
    FIELD("reset", KEY_PIN),
    FIELD("png", KEY_FILE),
    FIELD("terminal", KEY_OWN, .own = add_terminal),
    {0},
};
static const field_t ssd1306_spi[] = {
    SELECT,
    FIELD("dc", KEY_PIN, .needed = true),
    FIELD("reset", KEY_PIN),
    FIELD("png", KEY_FILE),
    FIELD("terminal", KEY_OWN, .own = add_terminal),
    {0},
};
static const field_t w25q16[] = {
    SELECT,
    FIELD("file", KEY_FILE),
    {0},
};

/* ---- script ---- */

static const field_t transfer_i2c[] = {
    FIELD("write", KEY_BYTES),
    FIELD("read", KEY_BYTES),
    FIELD("nack", KEY_FLAG),
    FIELD("stretch", KEY_TIME),
    {0},
};
static const field_t transfer_spi[] = {
    FIELD("write", KEY_BYTES),
    FIELD("read", KEY_BYTES),
    FIELD("mosi", KEY_BYTES),
    FIELD("miso", KEY_BYTES),
    {0},
};

static void add_transfers(scene_t *s, const at_t *at, const char *bus,
                          const field_t *keys)
{
    const cJSON *item;
    int index = 0;
    if (!check_is_list(s, at)) {
        return;
    }
    cJSON_ArrayForEach(item, at->item)
    {
        at_t here = {.up = at, .index = index++, .item = item};
        strbuf_addf(s->out, "\n%s-transfer", bus);
        check_object(s, &here, keys, NULL);
    }
}

static void add_i2c_transfers(scene_t *s, const at_t *at)
{
    add_transfers(s, at, "i2c", transfer_i2c);
}

static void add_spi_transfers(scene_t *s, const at_t *at)
{
    add_transfers(s, at, "spi", transfer_spi);
}

static const field_t script_i2c[] = {
    ADDRESS(.needed = true),
    FIELD("transfers", KEY_OWN, .needed = true, .own = add_i2c_transfers),
    {0},
};
static const field_t script_spi[] = {
    SELECT,
    FIELD("transfers", KEY_OWN, .needed = true, .own = add_spi_transfers),
    {0},
};

/* ---- buses ---- */

typedef struct model {
    const char *name;
    const field_t *keys;
} model_t;

static const model_t i2c_models[] = {
    {"tmp102", thermometer}, {"lm75", thermometer},
    {"at24c32", at24c32},    {"ds3231", ds3231},
    {"ds1307", ds1307},      {"ssd1306", ssd1306_i2c},
    {"script", script_i2c},  {0},
};
static const model_t spi_models[] = {
    {"w25q16", w25q16},
    {"ssd1306", ssd1306_spi},
    {"script", script_spi},
    {0},
};

static void add_device(scene_t *s, const at_t *at, const char *bus,
                       const model_t *models)
{
    const char *names[16] = {0};
    if (!check_is_object(s, at)) {
        return;
    }
    at_t model = AT_KEY(at, "model");
    if (!model.item) {
        check_error(s, at, DIAG_sim_key, NULL, "the key 'model' is missing");
        return;
    }
    for (int i = 0; models[i].name; i++) {
        names[i] = models[i].name;
    }
    int which = check_choice(s, &model, DIAG_sim_model, "device model", names);
    if (which >= 0) {
        strbuf_addf(s->out, "%s bus %s model %s", bus, at->up->key, names[which]);
        check_object(s, at, models[which].keys, "model");
        strbuf_addc(s->out, '\n');
    }
}

static void add_buses(scene_t *s, const at_t *at, const char *bus, int count,
                      const model_t *models)
{
    const cJSON *item, *device;
    if (!check_is_object(s, at)) {
        return;
    }
    cJSON_ArrayForEach(item, at->item)
    {
        at_t here = {.up = at, .key = item->string, .item = item};
        int index = 0;
        if (!check_number(s, &here, "bus", count) || !check_is_list(s, &here)) {
            continue;
        }
        cJSON_ArrayForEach(device, item)
        {
            at_t one = {.up = &here, .index = index++, .item = device};
            add_device(s, &one, bus, models);
        }
    }
}

void parts_i2c(scene_t *s, const at_t *at)
{
    add_buses(s, at, "i2c", s->board.i2c, i2c_models);
}

void parts_spi(scene_t *s, const at_t *at)
{
    add_buses(s, at, "spi", s->board.spi, spi_models);
}
