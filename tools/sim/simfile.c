/* SPDX-License-Identifier: MIT */
/*
 * simfile.c -- reads a scene file, section by section.
 */
#include "simfile.h"

#include "check.h"
#include "json.h"
#include "parts.h"
#include "path.h"
#include "pins.h"

#include <string.h>

/* ---- sections that are one statement ---- */

static const field_t flash_keys[] = {
    FIELD("file", KEY_FILE),
    FIELD("size", KEY_WHOLE, .least = 1024, .most = 16777216),
    FIELD("sector", KEY_WHOLE, .least = 64, .most = 1048576),
    FIELD("power_loss_after", KEY_WHOLE, .least = 1, .most = 4294967295.0),
    {0},
};
static const field_t rng_keys[] = {
    FIELD("seed", KEY_WHOLE, .needed = true, .most = 4294967295.0),
    {0},
};
static const field_t rtc_keys[] = {
    FIELD("start", KEY_DATE, .needed = true),
    {0},
};

static void add_statement(scene_t *s, const at_t *at, const field_t *keys)
{
    strbuf_adds(s->out, at->key);
    check_object(s, at, keys, NULL);
    strbuf_addc(s->out, '\n');
}

static void add_flash(scene_t *s, const at_t *at)
{
    add_statement(s, at, flash_keys);
}

static void add_rng(scene_t *s, const at_t *at)
{
    add_statement(s, at, rng_keys);
}

static void add_rtc(scene_t *s, const at_t *at)
{
    add_statement(s, at, rtc_keys);
}

static void add_uid(scene_t *s, const at_t *at)
{
    strbuf_adds(s->out, "uid id");
    check_value(s, at, &(field_t){.kind = KEY_BYTES});
    strbuf_addc(s->out, '\n');
}

static const field_t sections[] = {
    FIELD("wires", KEY_OWN, .own = pins_wires),
    FIELD("stimulus", KEY_OWN, .own = pins_stimulus),
    FIELD("adc", KEY_OWN, .own = pins_adc),
    FIELD("serial", KEY_OWN, .own = parts_serial),
    FIELD("i2c", KEY_OWN, .own = parts_i2c),
    FIELD("spi", KEY_OWN, .own = parts_spi),
    FIELD("flash", KEY_OWN, .own = add_flash),
    FIELD("rng", KEY_OWN, .own = add_rng),
    FIELD("rtc", KEY_OWN, .own = add_rtc),
    FIELD("uid", KEY_OWN, .own = add_uid),
    {0},
};

bool simfile_read(arena_t *a, const char *path, const char *board, strbuf_t *out)
{
    scene_t s = {
        .a = a, .path = path, .dir = path_dir(a, path), .out = out, .good = true};
    cJSON *json = json_parse(a, path, DIAG_sim_json, &s.text);
    if (!json) {
        return false;
    }
    if (board_read(a, board, &s.board)) {
        check_object(&s, &(at_t){.item = json}, sections, NULL);
    } else {
        s.good = false;
    }
    cJSON_Delete(json);
    return s.good;
}
