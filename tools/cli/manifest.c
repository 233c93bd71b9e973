/* SPDX-License-Identifier: MIT */
/*
 * manifest.c -- reads package.json.
 */
#include "manifest.h"

#include "diag.h"
#include "file.h"
#include "json.h"
#include "path.h"

#include <string.h>

static const char *const known[] = {"board", "sources", "defines", "includes",
                                    "glue", "sim",  "allow",   "budget", NULL};

static bool wrong_type(const char *path, const char *key, const char *wanted)
{
    diag_error(&(diag_pos_t){.file = path}, DIAG_manifest, NULL, "'zvm.%s' must be %s",
               key, wanted);
    return false;
}

static bool read_text(arena_t *a, const char *path, const cJSON *zvm, const char *key,
                      const char **out)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(zvm, key);
    if (item && !cJSON_IsString(item)) {
        return wrong_type(path, key, "a string");
    }
    if (item && !*out) {
        *out = arena_strdup(a, item->valuestring);
    }
    return true;
}

/* With `dir`, the strings are names of files relative to the manifest. */
static bool read_list(arena_t *a, const char *path, const cJSON *zvm, const char *key,
                      const char *dir, opt_list_t *out)
{
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(zvm, key), *item;
    if (list && !cJSON_IsArray(list)) {
        return wrong_type(path, key, "a list of strings");
    }
    cJSON_ArrayForEach(item, list)
    {
        if (!cJSON_IsString(item)) {
            return wrong_type(path, key, "a list of strings");
        }
        const char *text = item->valuestring;
        ARENA_PUSH(a, out, dir ? path_join(a, dir, text) : arena_strdup(a, text));
    }
    return true;
}

static bool check_glue(const char *path, const char *glue)
{
    return !glue || strcmp(glue, "format") == 0 || strcmp(glue, "inline") == 0 ||
           wrong_type(path, "glue", "\"format\" or \"inline\"");
}

bool manifest_read(arena_t *a, const char *dir, build_options_t *o, manifest_t *out)
{
    const char *path = path_join(a, dir, "package.json"), *text;
    *out = (manifest_t){0};
    if (!file_exists(path)) {
        return true;
    }
    cJSON *json = json_read(a, path, &text);
    if (!json) {
        return false;
    }
    const cJSON *zvm = cJSON_GetObjectItemCaseSensitive(json, "zvm");
    opt_list_t sources = {0};
    bool good = !zvm || (json_check_keys(path, zvm, "'zvm'", known) &&
                         read_text(a, path, zvm, "board", &o->board) &&
                         read_text(a, path, zvm, "glue", &o->glue) &&
                         check_glue(path, o->glue) &&
                         read_text(a, path, zvm, "sim", &o->sim) &&
                         read_list(a, path, zvm, "sources", dir, &sources) &&
                         read_list(a, path, zvm, "defines", NULL, &o->defines) &&
                         read_list(a, path, zvm, "includes", dir, &o->includes) &&
                         read_list(a, path, zvm, "allow", NULL, &o->allowed) &&
                         budget_read(a, path, zvm, &o->budget));
    if (o->sim) {
        o->sim = path_join(a, dir, o->sim);
    }
    cJSON_Delete(json);
    out->sources = sources.items;
    out->nsources = sources.len;
    return good;
}
