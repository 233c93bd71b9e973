/* SPDX-License-Identifier: MIT */
/*
 * pins.c -- wires, stimuli and analog values.
 */
#include "pins.h"

#include "value.h"

#include <string.h>

enum { ADC_MOST = 65535, COUNT_MOST = 1000000000 };

/* ---- wires ---- */

static void add_wire(scene_t *s, const at_t *at)
{
    const cJSON *item;
    int index = 0;
    if (!check_is_list(s, at)) {
        return;
    }
    if (cJSON_GetArraySize(at->item) < 2) {
        check_error(s, at, DIAG_sim_value, NULL, "a wire has two ends or more");
    }
    strbuf_adds(s->out, "wire");
    cJSON_ArrayForEach(item, at->item)
    {
        at_t here = {.up = at, .index = index++, .item = item};
        check_value(s, &here, &(field_t){.kind = KEY_PIN});
    }
    strbuf_addc(s->out, '\n');
}

/* Calls `each` for every element of a list. */
static void for_each(scene_t *s, const at_t *at, void (*each)(scene_t *, const at_t *))
{
    const cJSON *item;
    int index = 0;
    if (!check_is_list(s, at)) {
        return;
    }
    cJSON_ArrayForEach(item, at->item)
    {
        at_t here = {.up = at, .index = index++, .item = item};
        each(s, &here);
    }
}

void pins_wires(scene_t *s, const at_t *at)
{
    for_each(s, at, add_wire);
}

/* ---- stimulus ---- */

static const field_t stimulus_level[] = {
    FIELD("pin", KEY_PIN, .needed = true),
    FIELD("at", KEY_TIME, .needed = true),
    FIELD("value", KEY_WHOLE, .needed = true, .most = 1),
    {0},
};
static const field_t stimulus_edges[] = {
    FIELD("pin", KEY_PIN, .needed = true),
    FIELD("edges", KEY_TIMES, .needed = true),
    FIELD("value", KEY_WHOLE, .most = 1),
    {0},
};
static const field_t stimulus_square[] = {
    FIELD("pin", KEY_PIN, .needed = true),
    FIELD("start", KEY_TIME),
    FIELD("period", KEY_TIME, .needed = true),
    FIELD("duty", KEY_NUMBER, .most = 1),
    FIELD("count", KEY_WHOLE, .least = 1, .most = COUNT_MOST),
    {0},
};

static void add_stimulus(scene_t *s, const at_t *at)
{
    if (!check_is_object(s, at)) {
        return;
    }
    const field_t *keys = stimulus_level;
    if (cJSON_GetObjectItemCaseSensitive(at->item, "edges")) {
        keys = stimulus_edges;
    } else if (cJSON_GetObjectItemCaseSensitive(at->item, "period")) {
        keys = stimulus_square;
    }
    strbuf_adds(s->out, "stimulus");
    check_object(s, at, keys, NULL);
    strbuf_addc(s->out, '\n');
}

void pins_stimulus(scene_t *s, const at_t *at)
{
    for_each(s, at, add_stimulus);
}

/* ---- values over time ---- */

static double number_of(scene_t *s, const at_t *at, const field_t *key)
{
    double value = cJSON_IsNumber(at->item) ? at->item->valuedouble : 0;
    if (!cJSON_IsNumber(at->item)) {
        check_error(s, at, DIAG_sim_type, NULL, "a number is wanted here");
    } else if (value < key->least || value > key->most) {
        check_error(s, at, DIAG_sim_value, NULL, "%.15g is not from %.15g to %.15g",
                    value, key->least, key->most);
    }
    return value;
}

static bool time_of(scene_t *s, const at_t *at, uint64_t *ns)
{
    if (!check_is_text(s, at)) {
        return false;
    }
    if (!value_time(at->item->valuestring, ns)) {
        check_error(s, at, DIAG_sim_value,
                    "a number and ns, us, ms, s, min or h: \"1.5s\"", "'%s' is no time",
                    at->item->valuestring);
        return false;
    }
    return true;
}

static void add_sine(scene_t *s, const at_t *at, const field_t *key)
{
    static const field_t keys[] = {
        FIELD("offset", KEY_NUMBER, .needed = true),
        FIELD("amplitude", KEY_NUMBER, .needed = true),
        FIELD("period", KEY_TIME, .needed = true),
        {0},
    };
    if (!check_is_object(s, at)) {
        return;
    }
    check_keys(s, at, keys, NULL);
    for (const field_t *k = keys; k->name; k++) {
        if (!cJSON_GetObjectItemCaseSensitive(at->item, k->name)) {
            check_error(s, at, DIAG_sim_key, NULL, "the key '%s' is missing", k->name);
            return;
        }
    }
    at_t offset = AT_KEY(at, "offset"), amplitude = AT_KEY(at, "amplitude"),
         period = AT_KEY(at, "period");
    double middle = number_of(s, &offset, key);
    double height =
        number_of(s, &amplitude, &(field_t){.most = key->most - key->least});
    uint64_t ns = 0;
    if (time_of(s, &period, &ns) && !ns) {
        check_error(s, &period, DIAG_sim_value, NULL, "a period is longer than that");
    }
    strbuf_addf(s->out, " sine:%.15g:%.15g:%llu", middle, height,
                (unsigned long long)ns);
}

static void add_point(scene_t *s, const at_t *at, const field_t *key, uint64_t *before)
{
    if (!check_is_list(s, at)) {
        return;
    }
    if (cJSON_GetArraySize(at->item) != 2) {
        check_error(s, at, DIAG_sim_value, NULL, "[time, value] is wanted here");
        return;
    }
    at_t time = {.up = at, .index = 0, .item = cJSON_GetArrayItem(at->item, 0)};
    at_t value = {.up = at, .index = 1, .item = cJSON_GetArrayItem(at->item, 1)};
    uint64_t ns = 0;
    if (time_of(s, &time, &ns) && at->index && ns <= *before) {
        check_error(s, &time, DIAG_sim_value, NULL, "not later than the one before");
    }
    *before = ns;
    strbuf_addf(s->out, "%s%llu,%.15g",
                at->index ? ";" : " points:", (unsigned long long)ns,
                number_of(s, &value, key));
}

static void add_points(scene_t *s, const at_t *at, const field_t *key)
{
    const cJSON *item;
    uint64_t before = 0;
    int index = 0;
    if (!check_is_list(s, at)) {
        return;
    }
    cJSON_ArrayForEach(item, at->item)
    {
        at_t here = {.up = at, .index = index++, .item = item};
        add_point(s, &here, key, &before);
    }
    if (!index) {
        check_error(s, at, DIAG_sim_value, NULL, "the list is empty");
    }
}

void pins_add_signal(scene_t *s, const at_t *at, const field_t *key)
{
    static const field_t keys[] = {
        FIELD("sine", KEY_OWN), FIELD("points", KEY_OWN), {0}};
    if (!cJSON_IsObject(at->item)) {
        strbuf_addf(s->out, " %.15g", number_of(s, at, key));
        return;
    }
    at_t sine = AT_KEY(at, "sine"), points = AT_KEY(at, "points");
    check_keys(s, at, keys, NULL);
    if (!sine.item == !points.item) {
        check_error(s, at, DIAG_sim_key, NULL, "one of 'sine' and 'points' is wanted");
    } else if (sine.item) {
        add_sine(s, &sine, key);
    } else {
        add_points(s, &points, key);
    }
}

/* ---- adc ---- */

static const field_t adc_file[] = {
    FIELD("file", KEY_FILE, .needed = true),
    FIELD("rate", KEY_NUMBER, .needed = true, .least = 0.001, .most = 1e6),
    {0},
};

static void add_channel(scene_t *s, const at_t *at)
{
    if (!check_pin(s, at, at->key)) {
        return;
    }
    strbuf_addf(s->out, "adc pin %s", at->key);
    if (cJSON_GetObjectItemCaseSensitive(at->item, "file")) {
        check_object(s, at, adc_file, NULL);
    } else {
        strbuf_adds(s->out, " level");
        pins_add_signal(s, at, &(field_t){.most = ADC_MOST});
    }
    strbuf_addc(s->out, '\n');
}

void pins_adc(scene_t *s, const at_t *at)
{
    const cJSON *item;
    if (!check_is_object(s, at)) {
        return;
    }
    cJSON_ArrayForEach(item, at->item)
    {
        at_t here = {.up = at, .key = item->string, .item = item};
        add_channel(s, &here);
    }
}
