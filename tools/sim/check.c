/* SPDX-License-Identifier: MIT */
/*
 * check.c -- checks objects against their tables and writes them as words.
 */
#include "check.h"

#include "path.h"
#include "pins.h"
#include "value.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void check_error(scene_t *s, const at_t *at, diag_slug_t slug, const char *hint,
                 const char *fmt, ...)
{
    diag_pos_t pos = locate(at, s->path, s->text);
    strbuf_t name;
    va_list ap;
    strbuf_init(&name);
    locate_name(at, &name);
    va_start(ap, fmt);
    const char *text = arena_vprintf(s->a, fmt, ap);
    va_end(ap);
    if (name.len) {
        diag_error(&pos, slug, hint, "'%s': %s", name.data, text);
    } else {
        diag_error(&pos, slug, hint, "%s", text);
    }
    strbuf_free(&name);
    s->good = false;
}

void check_word(scene_t *s, const char *word)
{
    strbuf_adds(s->out, *word ? " " : " %");
    for (const char *c = word; *c; c++) {
        if (isalnum((unsigned char)*c) || strchr("._-+/:,;", *c)) {
            strbuf_addc(s->out, *c);
        } else {
            strbuf_addf(s->out, "%%%02x", (unsigned char)*c);
        }
    }
}

/* ---- what a value is ---- */

static bool is_not(scene_t *s, const at_t *at, const char *wanted)
{
    check_error(s, at, DIAG_sim_type, NULL, "%s is wanted here", wanted);
    return false;
}

bool check_is_object(scene_t *s, const at_t *at)
{
    return cJSON_IsObject(at->item) || is_not(s, at, "an object {...}");
}

bool check_is_list(scene_t *s, const at_t *at)
{
    return cJSON_IsArray(at->item) || is_not(s, at, "a list [...]");
}

bool check_is_text(scene_t *s, const at_t *at)
{
    return cJSON_IsString(at->item) || is_not(s, at, "a string");
}

static const char *did_you_mean(scene_t *s, const char *word,
                                const char *const *candidates, int n)
{
    const char *nearest = diag_nearest(word, candidates, n);
    return nearest ? arena_printf(s->a, "did you mean '%s'?", nearest) : NULL;
}

bool check_pin(scene_t *s, const at_t *at, const char *name)
{
    if (board_has_pin(&s->board, name)) {
        return true;
    }
    check_error(s, at, DIAG_sim_pin,
                did_you_mean(s, name, s->board.pins.items, s->board.pins.len),
                "no pin '%s' on board '%s'", name, s->board.name);
    return false;
}

bool check_number(scene_t *s, const at_t *at, const char *what, int count)
{
    char *end;
    long n = strtol(at->key, &end, 10);
    if (isdigit((unsigned char)*at->key) && !*end && n < count) {
        return true;
    }
    check_error(s, at, DIAG_sim_key,
                count ? arena_printf(s->a, "\"0\" to \"%d\" are there", count - 1)
                      : NULL,
                "no %s '%s' on board '%s'", what, at->key, s->board.name);
    return false;
}

int check_choice(scene_t *s, const at_t *at, diag_slug_t slug, const char *what,
                 const char *const *names)
{
    int n = 0;
    if (!check_is_text(s, at)) {
        return -1;
    }
    for (; names[n]; n++) {
        if (strcmp(names[n], at->item->valuestring) == 0) {
            return n;
        }
    }
    check_error(s, at, slug, did_you_mean(s, at->item->valuestring, names, n),
                "no %s '%s'", what, at->item->valuestring);
    return -1;
}

/* ---- keys ---- */

static void unknown_key(scene_t *s, const at_t *at, const field_t *keys,
                        const char *also)
{
    const char *names[64];
    int n = 0;
    for (; keys[n].name; n++) {
        names[n] = keys[n].name;
    }
    if (also) {
        names[n++] = also;
    }
    at_t name = *at;
    name.name = true;
    check_error(s, &name, DIAG_sim_key, did_you_mean(s, at->key, names, n),
                "there is no key '%s' here", at->key);
}

void check_keys(scene_t *s, const at_t *at, const field_t *keys, const char *also)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, at->item)
    {
        at_t here = {.up = at, .key = item->string, .item = item};
        bool known = also && strcmp(also, item->string) == 0;
        for (const field_t *k = keys; k->name && !known; k++) {
            known = strcmp(k->name, item->string) == 0;
        }
        if (!known) {
            unknown_key(s, &here, keys, also);
        } else if (cJSON_GetObjectItemCaseSensitive(at->item, item->string) != item) {
            check_error(s, &here, DIAG_sim_key, NULL, "this key is here twice");
        }
    }
}

void check_object(scene_t *s, const at_t *at, const field_t *keys, const char *also)
{
    if (!check_is_object(s, at)) {
        return;
    }
    check_keys(s, at, keys, also);
    for (const field_t *k = keys; k->name; k++) {
        at_t here = AT_KEY(at, k->name);
        if (!here.item) {
            if (k->needed) {
                check_error(s, at, DIAG_sim_key, NULL, "the key '%s' is missing",
                            k->name);
            }
        } else if (k->kind == KEY_OWN) {
            k->own(s, &here);
        } else {
            check_word(s, k->name);
            check_value(s, &here, k);
        }
    }
}

/* ---- values ---- */

static void add_pin(scene_t *s, const at_t *at, const field_t *key)
{
    (void)key;
    if (check_is_text(s, at) && check_pin(s, at, at->item->valuestring)) {
        check_word(s, at->item->valuestring);
    }
}

static bool get_time(scene_t *s, const at_t *at, uint64_t *ns)
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

static void add_time(scene_t *s, const at_t *at, const field_t *key)
{
    uint64_t ns;
    (void)key;
    if (get_time(s, at, &ns)) {
        strbuf_addf(s->out, " %llu", (unsigned long long)ns);
    }
}

static void add_times(scene_t *s, const at_t *at, const field_t *key)
{
    uint64_t before = 0, ns;
    int index = 0;
    const cJSON *item;
    (void)key;
    if (!check_is_list(s, at)) {
        return;
    }
    cJSON_ArrayForEach(item, at->item)
    {
        at_t here = {.up = at, .index = index, .item = item};
        if (get_time(s, &here, &ns)) {
            if (index && ns <= before) {
                check_error(s, &here, DIAG_sim_value, NULL,
                            "not later than the one before");
            }
            strbuf_addf(s->out, "%c%llu", index ? ',' : ' ', (unsigned long long)ns);
            before = ns;
        }
        index++;
    }
    if (!index) {
        check_error(s, at, DIAG_sim_value, NULL, "the list is empty");
    }
}

static void add_ranged(scene_t *s, const at_t *at, const field_t *key, double number)
{
    if (number < key->least || number > key->most) {
        check_error(s, at, DIAG_sim_value, NULL, "%.15g is not from %.15g to %.15g",
                    number, key->least, key->most);
    }
    strbuf_addf(s->out, " %.15g", number);
}

static void add_whole(scene_t *s, const at_t *at, const field_t *key)
{
    double number = at->item->valuedouble;
    bool good = cJSON_IsNumber(at->item) && number == floor(number);
    if (cJSON_IsString(at->item)) {
        good = value_whole(at->item->valuestring, &number);
    }
    if (good) {
        add_ranged(s, at, key, number);
    } else {
        is_not(s, at, "a whole number, or a string like \"0x48\",");
    }
}

static void add_number(scene_t *s, const at_t *at, const field_t *key)
{
    if (cJSON_IsNumber(at->item)) {
        add_ranged(s, at, key, at->item->valuedouble);
    } else {
        is_not(s, at, "a number");
    }
}

static void add_flag(scene_t *s, const at_t *at, const field_t *key)
{
    (void)key;
    if (cJSON_IsBool(at->item)) {
        check_word(s, cJSON_IsTrue(at->item) ? "1" : "0");
    } else {
        is_not(s, at, "true or false");
    }
}

static void add_text(scene_t *s, const at_t *at, const field_t *key)
{
    (void)key;
    if (check_is_text(s, at)) {
        check_word(s, at->item->valuestring);
    }
}

static void add_file(scene_t *s, const at_t *at, const field_t *key)
{
    (void)key;
    if (!check_is_text(s, at)) {
        return;
    }
    if (!*at->item->valuestring) {
        check_error(s, at, DIAG_sim_value, NULL, "a file needs a name");
    }
    check_word(s, path_join(s->a, s->dir, at->item->valuestring));
}

static void add_bytes(scene_t *s, const at_t *at, const field_t *key)
{
    strbuf_t hex;
    (void)key;
    if (!check_is_text(s, at)) {
        return;
    }
    strbuf_init(&hex);
    if (!value_bytes(at->item->valuestring, &hex)) {
        check_error(s, at, DIAG_sim_value, "pairs of hexadecimal digits: \"01 a0 ff\"",
                    "'%s' are no bytes", at->item->valuestring);
    }
    check_word(s, hex.data);
    strbuf_free(&hex);
}

static void add_date(scene_t *s, const at_t *at, const field_t *key)
{
    uint32_t seconds;
    (void)key;
    if (!check_is_text(s, at)) {
        return;
    }
    if (!value_date(at->item->valuestring, &seconds)) {
        check_error(s, at, DIAG_sim_value, "like \"2026-01-31T12:00:00\"",
                    "'%s' is no date with time", at->item->valuestring);
        return;
    }
    strbuf_addf(s->out, " %lu", (unsigned long)seconds);
}

void check_value(scene_t *s, const at_t *at, const field_t *key)
{
    static void (*const add[])(scene_t *, const at_t *, const field_t *) = {
        [KEY_PIN] = add_pin,
        [KEY_TIME] = add_time,
        [KEY_TIMES] = add_times,
        [KEY_WHOLE] = add_whole,
        [KEY_NUMBER] = add_number,
        [KEY_FLAG] = add_flag,
        [KEY_TEXT] = add_text,
        [KEY_FILE] = add_file,
        [KEY_BYTES] = add_bytes,
        [KEY_DATE] = add_date,
        [KEY_SIGNAL] = pins_add_signal,
    };
    add[key->kind](s, at, key);
}
