/* SPDX-License-Identifier: MIT */
/* config.c -- names from the command line and from yml files. */
#include "config.h"
#include "file.h"
#include "modules.h"
#include "tree.h"
#include <stdlib.h>
#include <string.h>

/* ---- values ---- */

static bool is_one_of(const char *text, const char *const *words)
{
    while (*words && strcmp(text, *words) != 0) {
        words++;
    }
    return *words != NULL;
}

config_t config_parse(program_t *p, const char *text, bool quoted)
{
    static const char *const none[] = {"", "~", "null", "Null", "NULL", NULL};
    static const char *const yes[] = {"true", "True", "TRUE", "yes", "Yes",
                                      "YES",  "on",   "On",   "ON",  NULL};
    static const char *const no[] = {"false", "False", "FALSE", "no",  "No",
                                     "NO",    "off",   "Off",   "OFF", NULL};
    char *end;
    config_t c = {.kind = CONFIG_TEXT, .text = arena_strdup(p->arena, text)};
    if (quoted) {
        return c;
    }
    if (is_one_of(text, none)) {
        c.kind = CONFIG_NONE;
    } else if (is_one_of(text, yes)) {
        c = (config_t){CONFIG_NUMBER, 1, "1", false};
    } else if (is_one_of(text, no)) {
        c = (config_t){CONFIG_NUMBER, 0, "0", false};
    } else if (strchr("+-.0123456789", text[0])) {
        c.number = strtod(text, &end);
        c.kind = *end ? CONFIG_TEXT : CONFIG_NUMBER;
    }
    return c;
}

void config_set(program_t *p, const char *name, config_t value)
{
    const config_t *old = config_get(p, name);
    if (old && old->fixed) {
        return;
    }
    config_t *c = ARENA_NEW(p->arena, config_t);
    *c = value;
    map_set(&p->config, name, c);
}

/* ---- the command line ---- */

static void set_option(program_t *p, const char *option)
{
    const char *equals = strchr(option, '=');
    size_t len = equals ? (size_t)(equals - option) : strlen(option);
    config_t c = config_parse(p, equals ? equals + 1 : "1", false);
    c.fixed = true;
    config_set(p, arena_strndup(p->arena, option, len), c);
}

const config_t *config_get(program_t *p, const char *name)
{
    if (!p->config.arena) {
        map_init(&p->config, p->arena);
        config_t target = {
            .kind = CONFIG_TEXT, .text = program_board(p), .fixed = true};
        config_set(p, "TARGET", target);
        for (int i = 0; i < p->options->ndefines; i++) {
            set_option(p, p->options->defines[i]);
        }
    }
    return map_get(&p->config, name);
}

/* ---- files ---- */

static bool report(const tree_file_t *file, const tree_t *t, const char *text)
{
    diag_pos_t at = tree_pos(file, t);
    diag_error(&at, DIAG_config, NULL, "%s", text);
    return false;
}

static bool is_name(const char *text)
{
    for (const char *c = text; *c; c++) {
        bool letter = *c == '_' || ((*c | 0x20) >= 'a' && (*c | 0x20) <= 'z');
        if (!letter && (c == text || *c < '0' || *c > '9')) {
            return false;
        }
    }
    return *text != 0;
}

static bool check_entry(program_t *p, const tree_file_t *file, const tree_t *t)
{
    if (!is_name(t->key)) {
        return report(file, t,
                      arena_printf(p->arena, "'%s' is no name for a define", t->key));
    }
    return t->kind == TREE_TEXT ||
           report(file, t,
                  arena_printf(p->arena,
                               "'%s' must be a number, a text, true, false or null",
                               t->key));
}

static bool check_map(program_t *p, const tree_file_t *file, const tree_t *map,
                      const char *what)
{
    bool empty = map->kind == TREE_TEXT && map->plain && !*map->text;
    return empty || map->kind == TREE_MAP ||
           report(file, map,
                  arena_printf(p->arena, "%s must be a map of names to values", what));
}

static bool read_config(program_t *p, const char *path)
{
    tree_file_t file;
    if (!file_exists(path)) {
        return true;
    }
    ARENA_PUSH(p->arena, &p->files, path);
    if (!tree_read(p->arena, path, &file)) {
        return false;
    }
    const tree_t *config = tree_get(file.root, "config");
    if (!config) {
        return true;
    }
    if (!check_map(p, &file, config, "'config'")) {
        return false;
    }
    for (const tree_t *t = config->first; t; t = t->next) {
        if (!check_entry(p, &file, t)) {
            return false;
        }
        config_set(p, t->key, config_parse(p, t->text, !t->plain));
    }
    return true;
}

static const char *beside(program_t *p, const char *dir, const char *name)
{
    return *dir ? arena_printf(p->arena, "%s/%s", dir, name) : name;
}

bool config_of_module(program_t *p, const module_t *m)
{
    if (m->index == 0) {
        return read_config(p, beside(p, p->main_dir, "project.yml"));
    }
    size_t len = strlen(m->file);
    return read_config(
        p, arena_printf(p->arena, "%.*s.yml", (int)(len > 3 ? len - 3 : len), m->file));
}

static bool add_cconf(program_t *p, const char *path)
{
    tree_file_t file;
    ARENA_PUSH(p->arena, &p->files, path);
    if (!tree_read(p->arena, path, &file) ||
        !check_map(p, &file, file.root, "cconf.json")) {
        return false;
    }
    for (const tree_t *t = file.root->first; t; t = t->next) {
        if (!check_entry(p, &file, t)) {
            return false;
        }
        config_set(p, t->key, config_parse(p, t->text, !t->plain));
    }
    return true;
}

bool config_defines(program_t *p, const char *const **out, int *n)
{
    const char *cconf = beside(p, p->main_dir, "cconf.json");
    config_get(p, "TARGET");
    if (file_exists(cconf) && !add_cconf(p, cconf)) {
        return false;
    }
    const char **items = ARENA_ARRAY(p->arena, const char *, p->config.count + 1);
    *n = 0;
    for (int i = 0; i < p->config.count; i++) {
        const config_t *c = p->config.entries[i].value;
        if (c->kind != CONFIG_NONE) {
            items[(*n)++] =
                arena_printf(p->arena, "%s=%s", p->config.entries[i].key, c->text);
        }
    }
    *out = items;
    return true;
}
